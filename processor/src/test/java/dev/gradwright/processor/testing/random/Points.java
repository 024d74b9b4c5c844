package dev.gradwright.processor.testing.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Arguments to try a program at: numbers at random, several shapes, and the same array in several places. */
final class Points {

    private final RandomGenerator random;

    private Points(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<Object[]> of(Subject subject, long seed) {
        Points points = new Points(seed);
        List<Border.Leaf> parameters = subject.border().leaves();
        List<Object[]> all = new ArrayList<>();
        all.add(points.arguments(parameters));
        all.add(points.arguments(parameters));
        all.add(shared(subject, points.arguments(parameters)));
        all.add(points.arguments(parameters));
        return all;
    }

    private Object[] arguments(List<Border.Leaf> parameters) {
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parameters.get(i));
        }
        return arguments;
    }

    private Object argument(Border.Leaf parameter) {
        return switch (parameter.type().getSimpleName()) {
            case "double" -> random.nextGaussian();
            case "int" -> random.nextInt(-2, 6);
            case "long" -> random.nextLong(-5, 1L << 40);
            case "boolean" -> random.nextBoolean();
            case "double[]" -> numbers(3 + random.nextInt(3));
            case "double[][]" -> rows();
            case "double[][][]" -> new double[][][] {rows(), rows()};
            case "int[]" -> random.ints(3 + random.nextInt(2), 0, 8).toArray();
            default -> matrix(parameter.name());
        };
    }

    private double[] numbers(int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }

    private double[][] rows() {
        double[][] rows = new double[2 + random.nextInt(2)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(2 + random.nextInt(3));
        }
        return rows;
    }

    /** A matrix whose name ends in its shape. */
    private DMatrixRMaj matrix(String name) {
        int shape = Integer.parseInt(name.substring(name.indexOf('_') + 1));
        DMatrixRMaj matrix = new DMatrixRMaj(shape / 10, shape % 10);
        matrix.setData(numbers(matrix.getNumElements()));
        return matrix;
    }

    /** The same object wherever types allow it. */
    private static Object[] shared(Subject subject, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean isAlike = arguments[j].getClass() == arguments[i].getClass()
                        && subject.isActive(i) == subject.isActive(j)
                        && (!(arguments[i] instanceof DMatrixRMaj a)
                                || a.numRows == ((DMatrixRMaj) arguments[j]).numRows
                                        && a.numCols == ((DMatrixRMaj) arguments[j]).numCols);
                if (isAlike && !(arguments[i] instanceof Number)) {
                    arguments[i] = arguments[j];
                }
            }
        }
        return arguments;
    }
}
