package dev.gradwright.processor.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the classes that a file names are called in it. A class of another package is imported, unless its name means something else
 * in the file; of two with one name the first is.
 */
final class Imports {

    private final ClassName file;
    private final Set<String> nested;
    private final Set<ClassName> known = new HashSet<>();
    private final Map<String, ClassName> importable = new HashMap<>();

    /** Names of classes of the file's package, which an import would hide. */
    private final Set<String> neighbours = new HashSet<>();

    private final Map<ClassName, String> names = new HashMap<>();

    /**
     * The imports of a file.
     *
     * @param file the class in it
     * @param nested the names of the classes within that
     */
    Imports(ClassName file, Set<String> nested) {
        this.file = file;
        this.nested = Set.copyOf(nested);
    }

    /** Those of code that stands in no file, where classes have their full names. */
    static Imports none() {
        return new Imports(ClassName.get("", ""), Set.of());
    }

    /** Adds a class that the file names; documentation alone is no reason to import it. */
    void add(ClassName name, boolean isInCode) {
        if (isInCode && !known.add(name) || isKnown(name, this::inFile)) {
            return;
        }
        ClassName top = name.topLevel();
        if (isNeighbour(name)) {
            neighbours.add(top.simpleName());
        } else if (isInCode && !name.packageName().isEmpty()) {
            importable.putIfAbsent(top.simpleName(), top);
        }
    }

    /** What a class is called. */
    String nameOf(ClassName name) {
        return names.computeIfAbsent(
                name,
                each -> shortest(each, this::anywhere)
                        .orElseGet(() -> !isKnown(each, this::anywhere) && isNeighbour(each)
                                ? String.join(".", each.simpleNames())
                                : each.canonicalName()));
    }

    /** Whether the end of a class's name means it, or the beginning another. */
    private static boolean isKnown(ClassName name, Function<String, Optional<ClassName>> meaning) {
        return meaning.apply(name.topLevel().simpleName()).isPresent()
                || shortest(name, meaning).isPresent();
    }

    /** The shortest end of a class's name that means it. */
    private static Optional<String> shortest(ClassName name, Function<String, Optional<ClassName>> meaning) {
        List<String> names = name.simpleNames();
        for (int size = names.size(); size > 0; size--) {
            ClassName outer = new ClassName(name.packageName(), names.subList(0, size));
            if (meaning.apply(outer.simpleName()).filter(outer::equals).isPresent()) {
                return Optional.of(String.join(".", names.subList(size - 1, names.size())));
            }
        }
        return Optional.empty();
    }

    private boolean isNeighbour(ClassName name) {
        return name.packageName().equals(file.packageName());
    }

    /** What a simple name means by what the file declares. */
    private Optional<ClassName> inFile(String simpleName) {
        if (nested.contains(simpleName)) {
            return Optional.of(ClassName.get(file.packageName(), file.simpleName(), simpleName));
        }
        return Optional.of(file).filter(self -> self.simpleName().equals(simpleName));
    }

    /** What a simple name means by what the file declares or imports. */
    private Optional<ClassName> anywhere(String simpleName) {
        return inFile(simpleName).or(() -> imported(simpleName));
    }

    private Optional<ClassName> imported(String simpleName) {
        return Optional.ofNullable(importable.get(simpleName)).filter(name -> !neighbours.contains(simpleName));
    }

    /** The lines that import; the classes of the language need none. */
    String lines() {
        Set<String> imported = new TreeSet<>();
        importable
                .keySet()
                .forEach(name -> imported(name)
                        .filter(each -> !each.packageName().equals("java.lang"))
                        .ifPresent(each -> imported.add(each.canonicalName())));
        StringBuilder lines = new StringBuilder();
        imported.forEach(name -> lines.append("import ").append(name).append(";\n"));
        return lines.toString();
    }
}
