package dev.gradwright.processor.testing.random;

import dev.gradwright.StoppedValues;
import dev.gradwright.check.parting.Traced;
import dev.gradwright.check.report.Parting;
import dev.gradwright.processor.testing.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Compares primal, tangent, adjoint and differences of a program at one point. */
final class Trial {

    private static final double LARGE = 1e7;
    private static final double ROUNDING = 1e-12;

    private final Subject subject;
    private final Object[] arguments;
    private final SplittableRandom random;
    private final Object[] directions;
    private final List<double[]> parameterDirections;
    private final StoppedValues stopped = new StoppedValues();
    private Object seed;
    private double size;

    Trial(Subject subject, Object[] arguments, long seed) {
        this.subject = subject;
        this.arguments = arguments;
        this.random = new SplittableRandom(seed);
        this.directions = directions();
        this.parameterDirections = subject.parameterDirections(random);
    }

    Verdict run() {
        Object[] changed = copies();
        String expected;
        Object value = null;
        try {
            value = stopped.during(() -> subject.primal(changed));
            expected = text(value) + text(changed) + text(subject.state());
        } catch (RuntimeException e) {
            expected = thrown(e);
        }
        Object[] recorded = copies();
        String actual;
        try {
            Object result = subject.record(recorded);
            actual = text(result) + text(recorded) + text(subject.state());
        } catch (RuntimeException | AssertionError e) {
            actual = thrown(e);
            if (actual.contains("pass a copy")) {
                return new Verdict(Verdict.Kind.THROWS, actual);
            } else if (value != null) {
                return new Verdict(Verdict.Kind.WRONG_PRIMAL, stack(e));
            }
        }
        if (!actual.equals(expected)) {
            return new Verdict(Verdict.Kind.WRONG_PRIMAL, "expected " + expected + "\nwas " + actual);
        } else if (value == null) {
            return new Verdict(Verdict.Kind.THROWS, expected);
        } else if (!isBounded(value)) {
            return new Verdict(Verdict.Kind.UNFIT, "large");
        }
        seed = Border.random(value, random);
        try {
            return derivatives();
        } catch (RuntimeException | AssertionError e) {
            return new Verdict(Verdict.Kind.WRONG_ADJOINT, stack(e));
        }
    }

    /** Where tangent and adjoint part line by line, of a program whose derivatives tell what they touch; nowhere if it cannot be run here. */
    List<Parting> partings() {
        Object value;
        try {
            value = subject.primal(copies());
        } catch (RuntimeException | AssertionError e) {
            return List.of();
        }
        if (!isBounded(value)) {
            return List.of();
        }
        seed = Border.random(value, random);
        try {
            return Traced.of(() -> fromTangent(0), () -> {
                        subject.record(copies());
                        subject.backward(seed);
                    })
                    .lines();
        } catch (AssertionError e) {
            // one array for a constant argument and another one
            return List.of();
        }
    }

    private static String thrown(Throwable e) {
        // the compiler at run time leaves out the text of what is thrown often
        return e.getClass().getSimpleName()
                + (e instanceof ArrayIndexOutOfBoundsException ? "" : ": " + e.getMessage());
    }

    private static String stack(Throwable thrown) {
        Throwable e = thrown.getCause() == null ? thrown : thrown.getCause();
        return e + "\n" + Arrays.toString(Arrays.copyOf(e.getStackTrace(), Math.min(6, e.getStackTrace().length)));
    }

    private Verdict derivatives() {
        subject.pullback(seed);
        subject.backward(seed);
        size = 0;
        double fromAdjoint = fromAdjoint();
        double fromTangent = fromTangent(0);
        String both = "adjoint " + fromAdjoint + ", tangent " + fromTangent + ", size " + size;
        if (!(size < LARGE)) {
            return new Verdict(Verdict.Kind.UNFIT, both);
        }
        if (!near(fromAdjoint, fromTangent, ROUNDING)
                && !near(fromAdjoint, fromTangent, 1e3 * sensitivity(fromTangent) / Math.max(1, size))) {
            return new Verdict(Verdict.Kind.WRONG_ADJOINT, both);
        }
        return againstDifferences(fromTangent, both);
    }

    /** How much the derivative changes when arguments change by a few units in the last place. */
    private double sensitivity(double fromTangent) {
        return Math.max(Math.abs(fromTangent(1e-15) - fromTangent), Math.abs(fromTangent(-1e-15) - fromTangent));
    }

    private boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance * Math.max(1, size);
    }

    /** Differences with several steps: where they agree among themselves, the function is smooth enough to judge by them. */
    private Verdict againstDifferences(double slope, String both) {
        double[] steps = {1e-5, 1e-6, 1e-4, 1e-7};
        double[] found = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            found[i] = (along(steps[i]) - along(-steps[i])) / (2 * steps[i]);
            if (near(found[i], slope, 1e-6)) {
                return Verdict.AGREES;
            }
        }
        String text = both + ", differences " + Arrays.toString(found);
        double h = 1e-7;
        double left = (along(0) - along(-h)) / h;
        double right = (along(h) - along(0)) / h;
        boolean isSmooth = near(left, right, 1e-4)
                && near(found[0], found[1], 1e-4)
                && near(found[0], slope, 1) == near(found[1], slope, 1);
        return new Verdict(isSmooth ? Verdict.Kind.WRONG_TANGENT : Verdict.Kind.UNFIT, text);
    }

    private double fromAdjoint() {
        double sum = 0;
        for (int i = 0; i < arguments.length; i++) {
            if (directions[i] != null && first(i) == i) {
                sum += sized(subject.gradient(i), directions[i]);
            }
        }
        int next = 0;
        for (var parameter : subject.parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] slopes = Arrays.copyOf(parameter.gradient(s), parameter.length(s));
                sum += sized(slopes, Arrays.copyOf(parameterDirections.get(next++), slopes.length));
            }
        }
        return sum;
    }

    private double sized(Object a, Object b) {
        double dot = Numbers.dot(a, b);
        for (double[] part : Numbers.arrays(a)) {
            for (double number : part) {
                size += Math.abs(number);
            }
        }
        return dot;
    }

    private double fromTangent(double shift) {
        Object[] own = moved(shift);
        List<Object> all = new ArrayList<>();
        List<Object> pushed = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            all.add(own[i]);
            pushed.add(null);
            if (directions[i] != null) {
                pushed.set(i, first(i) == i ? Numbers.copy(directions[i]) : pushed.get(first(i)));
                all.add(pushed.get(i));
            }
        }
        subject.moveParameters(shift, parameterDirections);
        double result = sized(subject.tangent(all.toArray(), parameterDirections), seed);
        subject.moveParameters(-shift, parameterDirections);
        return result;
    }

    private double along(double step) {
        Object[] moved = moved(step);
        subject.moveParameters(step, parameterDirections);
        try {
            return Numbers.dot(stopped.during(() -> subject.primal(moved)), seed);
        } catch (RuntimeException | AssertionError e) {
            return Double.NaN;
        } finally {
            subject.moveParameters(-step, parameterDirections);
        }
    }

    private Object[] moved(double step) {
        Object[] moved = copies();
        for (int i = 0; i < moved.length; i++) {
            if (directions[i] != null) {
                moved[i] = first(i) == i ? Numbers.moved(arguments[i], step, directions[i]) : moved[first(i)];
            }
        }
        return moved;
    }

    private Object[] directions() {
        Object[] all = new Object[arguments.length];
        for (int i = 0; i < all.length; i++) {
            if (subject.isActive(i)) {
                all[i] = first(i) == i ? Numbers.random(arguments[i], random) : all[first(i)];
            }
        }
        return all;
    }

    /** The first argument that is the same object. */
    private int first(int index) {
        for (int i = 0; i < index; i++) {
            if (arguments[i] == arguments[index]
                    && !(arguments[i] instanceof Number)
                    && !(arguments[i] instanceof Boolean)) {
                return i;
            }
        }
        return index;
    }

    private Object[] copies() {
        Object[] copies = new Object[arguments.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = first(i) == i ? Numbers.copy(arguments[i]) : copies[first(i)];
        }
        return copies;
    }

    private static boolean isBounded(Object value) {
        return Numbers.arrays(value).stream()
                .flatMapToDouble(Arrays::stream)
                .allMatch(number -> Math.abs(number) < LARGE);
    }

    private static String text(Object value) {
        if (value instanceof Object[] array && value.getClass() == Object[].class) {
            return Arrays.stream(array).map(Trial::text).toList().toString();
        } else if (value instanceof List<?> list) {
            return text(list.toArray());
        } else if (value instanceof int[] ints) {
            return Arrays.toString(ints);
        }
        return Numbers.isActive(value)
                ? Numbers.arrays(value).stream().map(Arrays::toString).toList().toString()
                : String.valueOf(value);
    }
}
