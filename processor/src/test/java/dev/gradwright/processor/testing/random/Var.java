package dev.gradwright.processor.testing.random;

/**
 * A variable, parameter or field of a random program.
 *
 * @param shape rows and columns of a matrix as two digits, 0 if they are unknown
 * @param isAssignable whether statements may give it another value; the counters that make loops end are left alone
 * @param below for a number that is an index: less than this, and not negative; 0 if that is not known
 */
record Var(String name, Kind kind, Group group, int shape, boolean isAssignable, int below) {

    enum Kind {
        DOUBLE("double"),
        INT("int"),
        LONG("long"),
        BOOLEAN("boolean"),
        ARRAY("double[]"),
        ROWS("double[][]"),
        INTS("int[]"),
        MATRIX("DMatrixRMaj");

        final String type;

        Kind(String type) {
            this.type = type;
        }

        boolean isReference() {
            return ordinal() >= ARRAY.ordinal();
        }
    }

    /**
     * What may be done with contents. Groups are never mixed under one name, because what is written anywhere must not be a
     * parameter, by whatever name.
     */
    enum Group {
        /** Arrays that the program may write into. */
        WORK,
        /** Arrays of arrays that the program is given: it may write their numbers, but not put other arrays in. */
        OUTER,
        /** Parameters, arguments that are only read, results of models. */
        READ,
        /** What carries no derivative. */
        CONSTANT
    }

    static Var number(String name, Kind kind) {
        return new Var(name, kind, Group.WORK, 0, true, 0);
    }

    static Var counter(String name, int below) {
        return new Var(name, Kind.INT, Group.WORK, 0, false, below);
    }

    static Var reference(String name, Kind kind, Group group) {
        return new Var(name, kind, group, 0, true, 0);
    }

    static Var matrix(String name, Group group, int shape) {
        return new Var(name, Kind.MATRIX, group, shape, true, 0);
    }

    boolean isWritable() {
        return group == Group.WORK || group == Group.OUTER || kind == Kind.INTS;
    }

    Var fixed() {
        return new Var(name, kind, group, shape, false, below);
    }

    int rows() {
        return shape / 10;
    }

    int columns() {
        return shape % 10;
    }
}
