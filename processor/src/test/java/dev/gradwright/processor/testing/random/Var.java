package dev.gradwright.processor.testing.random;

import java.util.Optional;

/**
 * A variable, parameter, field or part of an object in a random program; without a name that matters also the type of something.
 *
 * @param shape rows and columns of a matrix as two digits, 0 if they are unknown
 * @param isAssignable whether statements may give it another value; the counters that make loops end are left alone
 * @param isFinal whether a lambda may capture it
 * @param below for a number that is an index: less than this, and not negative; 0 if that is not known
 * @param data the class of an object or of the elements of an array of objects
 */
record Var(
        String name,
        Kind kind,
        Group group,
        int shape,
        boolean isAssignable,
        boolean isFinal,
        int below,
        Optional<DataType> data) {

    enum Kind {
        /** A name that is taken, by what no expression reads. */
        NAME(""),
        DOUBLE("double"),
        INT("int"),
        LONG("long"),
        BOOLEAN("boolean"),
        ARRAY("double[]"),
        ROWS("double[][]"),
        CUBE("double[][][]"),
        INTS("int[]"),
        MATRIX("DMatrixRMaj"),
        OBJECT(""),
        OBJECTS("[]");

        private final String type;

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
        return new Var(name, kind, Group.WORK, 0, true, false, 0, Optional.empty());
    }

    static Var counter(String name, int below) {
        return counter(name, Kind.INT, below);
    }

    static Var counter(String name, Kind kind, int below) {
        return new Var(name, kind, Group.WORK, 0, false, false, below, Optional.empty());
    }

    static Var reference(String name, Kind kind, Group group) {
        return new Var(name, kind, group, 0, true, false, 0, Optional.empty());
    }

    static Var matrix(String name, Group group, int shape) {
        return new Var(name, Kind.MATRIX, group, shape, true, false, 0, Optional.empty());
    }

    static Var object(String name, Kind kind, DataType data) {
        return new Var(name, kind, Group.WORK, 0, true, false, 0, Optional.of(data));
    }

    /** Its type as the program writes it. */
    String type() {
        return data.map(DataType::name).orElse("") + kind.type;
    }

    boolean isWritable() {
        return group == Group.WORK || group == Group.OUTER || kind == Kind.INTS;
    }

    /** The same with no other value to come. */
    Var fixed() {
        return new Var(name, kind, group, shape, false, true, below, data);
    }

    Var named(String other) {
        return new Var(other, kind, group, shape, isAssignable, isFinal, below, data);
    }

    /** This as a part of an object, whose other parts may change though the object stays. */
    Var partOf(Var object, String access, boolean isChanged) {
        return new Var(access, kind, group, shape, isChanged, object.isFinal, below, data);
    }

    /** Whether a value of this type could be the other's. */
    boolean isLike(Var other) {
        return kind == other.kind
                && (group == other.group || kind == Kind.INTS)
                && shape == other.shape
                && data.equals(other.data);
    }

    int rows() {
        return shape / 10;
    }

    int columns() {
        return shape % 10;
    }
}
