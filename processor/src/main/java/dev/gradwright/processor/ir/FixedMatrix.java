package dev.gradwright.processor.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of EJML's matrices and vectors of fixed size, whose entries are fields: {@code DMatrix3x3}, {@code DMatrix3}. While a method is
 * lowered it is taken apart into a {@link Type#MATRIX matrix} with the same entries, a vector into a column.
 *
 * @param rows the number of rows
 * @param columns the number of columns, 1 for a vector
 */
public record FixedMatrix(int rows, int columns) {

    private static final int SMALLEST = 2;
    private static final int LARGEST = 6;

    private static final Map<String, FixedMatrix> BY_NAME =
            all().stream().collect(Collectors.toMap(matrix -> matrix.name().canonicalName(), matrix -> matrix));

    /** All of them. */
    public static List<FixedMatrix> all() {
        return sizes().boxed().flatMap(n -> Stream.of(square(n), vector(n))).toList();
    }

    /** How many rows there are matrices with. */
    public static IntStream sizes() {
        return IntStream.rangeClosed(SMALLEST, LARGEST);
    }

    /** The square matrix with so many rows. */
    public static FixedMatrix square(int rows) {
        return new FixedMatrix(rows, rows);
    }

    /** The vector with so many entries. */
    public static FixedMatrix vector(int rows) {
        return new FixedMatrix(rows, 1);
    }

    /** Which one a type is. */
    public static Optional<FixedMatrix> of(Type type) {
        return type instanceof Type.Composite composite ? named(composite.name().canonicalName()) : Optional.empty();
    }

    /** The one whose class has a name. */
    public static Optional<FixedMatrix> named(String canonicalName) {
        return Optional.ofNullable(BY_NAME.get(canonicalName));
    }

    /** Whether values of a type are fixed matrices or have some among their parts. */
    public static boolean isIn(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return isIn(array.element());
        }
        return of(type).isPresent()
                || type instanceof Type.Composite composite
                        && composite.components().stream().anyMatch(component -> isIn(component.type()));
    }

    /** Which one each of the {@link Type#leaves leaves} of a type stands for. */
    public static List<Optional<FixedMatrix>> ofLeaves(Type type) {
        Optional<FixedMatrix> fixed = of(type);
        if (fixed.isEmpty() && type instanceof Type.Composite) {
            return Type.parts(type).stream()
                    .flatMap(part -> ofLeaves(part.type()).stream())
                    .toList();
        }
        return Type.leaves(type).stream().map(leaf -> fixed).toList();
    }

    /** The shape, as {@code @Shape} says it. */
    public String shape() {
        return rows + ", " + columns;
    }

    /** The type of such matrices. */
    public Type.Composite type() {
        return Type.Composite.wrapper(name());
    }

    /** The number of entries. */
    public int size() {
        return rows * columns;
    }

    /** Where among the entries, row by row, the one is that a field holds. */
    public OptionalInt place(String field) {
        return IntStream.range(0, size())
                .filter(place -> field(place).equals(field))
                .findFirst();
    }

    private String field(int place) {
        int row = place / columns + 1;
        return columns == 1 ? "a" + row : "a" + row + (place % columns + 1);
    }

    private ClassRef name() {
        return ClassRef.of("org.ejml.data", "DMatrix" + rows + (columns == 1 ? "" : "x" + columns));
    }
}
