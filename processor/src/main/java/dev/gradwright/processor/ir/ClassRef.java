package dev.gradwright.processor.ir;

import java.util.List;

/**
 * The name of a class: its package and the simple names from the top-level class inwards.
 *
 * @param packageName the package, empty for the unnamed one
 * @param simpleNames {@code [Outer, Inner]} for {@code Outer.Inner}; never empty
 */
public record ClassRef(String packageName, List<String> simpleNames) {

    public ClassRef {
        simpleNames = List.copyOf(simpleNames);
        if (simpleNames.isEmpty()) {
            throw new IllegalArgumentException("a class needs a simple name");
        }
    }

    /** A top-level class. */
    public static ClassRef of(String packageName, String simpleName) {
        return new ClassRef(packageName, List.of(simpleName));
    }

    /** The innermost simple name. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The canonical name, {@code pkg.Outer.Inner}. */
    public String canonicalName() {
        String nested = String.join(".", simpleNames);
        return packageName.isEmpty() ? nested : packageName + "." + nested;
    }

    /** The top-level class generated beside this one: {@code Outer.Inner} with suffix {@code Gradient} gives {@code Outer_InnerGradient}. */
    public ClassRef generated(String suffix) {
        return of(packageName, String.join("_", simpleNames) + suffix);
    }

    @Override
    public String toString() {
        return canonicalName();
    }
}
