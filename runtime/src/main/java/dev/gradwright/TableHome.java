package dev.gradwright;

/** An array of arrays, of any depth, and its gradient, whose rows may be replaced. */
final class TableHome implements NamedParameter.Home {

    private final Object[] value;
    private final Object[] gradient;
    private final Object[] valueRows;
    private final Object[] gradientRows;

    TableHome(Object[] value, Object[] gradient) {
        this.value = value;
        this.gradient = gradient;
        this.valueRows = deepClone(value);
        this.gradientRows = deepClone(gradient);
    }

    /** The same rows in arrays of our own. */
    private static Object[] deepClone(Object[] array) {
        Object[] copy = new Object[array.length];
        for (int i = 0; i < array.length; i++) {
            copy[i] = array[i] instanceof Object[] inner ? deepClone(inner) : array[i];
        }
        return copy;
    }

    @Override
    public String changed() {
        return sameRows(value, valueRows) && sameRows(gradient, gradientRows)
                ? null
                : "a table with another row in the place of one of its rows";
    }

    private static boolean sameRows(Object[] now, Object[] then) {
        for (int i = 0; i < then.length; i++) {
            boolean same = now[i] instanceof Object[] inner && then[i] instanceof Object[] before
                    ? inner.length == before.length && sameRows(inner, before)
                    : now[i] == then[i];
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
