package dev.gradwright.processor.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleNames the names of the classes around it, from the outermost, and its own
 */
public record ClassName(String packageName, List<String> simpleNames) implements TypeName {

    public static final ClassName OBJECT = get(Object.class);

    public ClassName {
        simpleNames = List.copyOf(simpleNames);
    }

    public static ClassName get(String packageName, String simpleName, String... nested) {
        List<String> names = new ArrayList<>(List.of(nested));
        names.add(0, simpleName);
        return new ClassName(packageName, names);
    }

    /** The name of a class that is no array and has no other around it. */
    public static ClassName get(Class<?> type) {
        return get(type.getPackageName(), type.getSimpleName());
    }

    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    public String canonicalName() {
        String name = String.join(".", simpleNames);
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** The outermost of the classes around it, or itself. */
    ClassName topLevel() {
        return simpleNames.size() == 1 ? this : new ClassName(packageName, simpleNames.subList(0, 1));
    }

    @Override
    public void printTo(Draft draft) {
        draft.name(this);
    }
}
