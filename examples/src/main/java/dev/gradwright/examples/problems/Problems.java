package dev.gradwright.examples.problems;

import dev.gradwright.minimize.Objective;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All the problems, with their standard starts. */
public final class Problems {

    private Problems() {}

    /** The problems, in the order of their numbers. The objectives may be used by one thread at a time. */
    public static List<Problem> all() {
        return Stream.of(valleys(), fits(), anySize(), linear())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Problem::number))
                .toList();
    }

    private static List<Problem> valleys() {
        var g = ValleysGradient.create();
        return List.of(
                new Problem(
                        "1 Rosenbrock n=2",
                        Objective.of(g::rosenbrockValueAndGradient, g::rosenbrockX),
                        at(-1.2, 1),
                        0),
                new Problem(
                        "2 Freudenstein-Roth n=2",
                        Objective.of(g::freudensteinRothValueAndGradient, g::freudensteinRothX),
                        at(0.5, -2),
                        0,
                        48.984253679240),
                new Problem(
                        "3 Powell badly scaled n=2",
                        Objective.of(g::powellBadlyScaledValueAndGradient, g::powellBadlyScaledX),
                        at(0, 1),
                        0),
                new Problem(
                        "4 Brown badly scaled n=2",
                        Objective.of(g::brownBadlyScaledValueAndGradient, g::brownBadlyScaledX),
                        at(1, 1),
                        0),
                new Problem("5 Beale n=2", Objective.of(g::bealeValueAndGradient, g::bealeX), at(1, 1), 0),
                new Problem(
                        "6 Jennrich-Sampson n=2 m=10",
                        Objective.of(g::jennrichSampsonValueAndGradient, g::jennrichSampsonX),
                        at(0.3, 0.4),
                        124.36218235561),
                new Problem(
                        "7 Helical valley n=3",
                        Objective.of(g::helicalValleyValueAndGradient, g::helicalValleyX),
                        at(-1, 0, 0),
                        0),
                new Problem(
                        "13 Powell singular n=4",
                        Objective.of(g::powellSingularValueAndGradient, g::powellSingularX),
                        at(3, -1, 0, 1),
                        0),
                new Problem("14 Wood n=4", Objective.of(g::woodValueAndGradient, g::woodX), at(-3, -1, -3, -1), 0),
                new Problem(
                        "21 Ext. Rosenbrock n=100",
                        Objective.of(g::extendedRosenbrockValueAndGradient, g::extendedRosenbrockX),
                        each(100, i -> i % 2 == 0 ? -1.2 : 1),
                        0),
                new Problem(
                        "22 Ext. Powell singular n=100",
                        Objective.of(g::powellSingularValueAndGradient, g::powellSingularX),
                        each(100, i -> at(3, -1, 0, 1)[i % 4]),
                        0));
    }

    private static List<Problem> fits() {
        var g = FitsGradient.create();
        return List.of(
                new Problem(
                        "8 Bard n=3 m=15",
                        Objective.of(g::bardValueAndGradient, g::bardX),
                        at(1, 1, 1),
                        0.0082148773065790),
                new Problem(
                        "9 Gaussian n=3 m=15",
                        Objective.of(g::gaussianValueAndGradient, g::gaussianX),
                        at(0.4, 1, 0),
                        1.12793276961e-8),
                new Problem(
                        "10 Meyer n=3 m=16",
                        Objective.of(g::meyerValueAndGradient, g::meyerX),
                        at(0.02, 4000, 250),
                        87.945855170),
                new Problem("11 Gulf n=3 m=99", Objective.of(g::gulfValueAndGradient, g::gulfX), at(5, 2.5, 0.15), 0),
                new Problem("12 Box 3D n=3 m=10", Objective.of(g::boxValueAndGradient, g::boxX), at(0, 10, 20), 0),
                new Problem(
                        "15 Kowalik-Osborne n=4 m=11",
                        Objective.of(g::kowalikOsborneValueAndGradient, g::kowalikOsborneX),
                        at(0.25, 0.39, 0.415, 0.39),
                        3.0750560384924e-4),
                new Problem(
                        "16 Brown-Dennis n=4 m=20",
                        Objective.of(g::brownDennisValueAndGradient, g::brownDennisX),
                        at(25, 5, -5, -1),
                        85822.201626356),
                new Problem(
                        "17 Osborne 1 n=5 m=33",
                        Objective.of(g::osborne1ValueAndGradient, g::osborne1X),
                        at(0.5, 1.5, -1, 0.01, 0.02),
                        5.4648946974828e-5),
                new Problem(
                        "18 Biggs EXP6 n=6 m=13",
                        Objective.of(g::biggsExp6ValueAndGradient, g::biggsExp6X),
                        at(1, 2, 1, 1, 1, 1),
                        0,
                        5.6556499255e-3));
    }

    private static List<Problem> anySize() {
        var g = AnySizeGradient.create();
        return List.of(
                new Problem(
                        "20 Watson n=6",
                        Objective.of(g::watsonValueAndGradient, g::watsonX),
                        each(6, i -> 0),
                        2.2876700535524e-3),
                new Problem(
                        "20 Watson n=9",
                        Objective.of(g::watsonValueAndGradient, g::watsonX),
                        each(9, i -> 0),
                        1.3997601381e-6),
                new Problem(
                        "23 Penalty I n=10",
                        Objective.of(g::penalty1ValueAndGradient, g::penalty1X),
                        each(10, i -> i + 1),
                        7.0876514670e-5),
                new Problem(
                        "24 Penalty II n=10",
                        Objective.of(g::penalty2ValueAndGradient, g::penalty2X),
                        each(10, i -> 0.5),
                        2.9366053747e-4),
                new Problem(
                        "25 Variably dimensioned n=10",
                        Objective.of(g::variablyDimensionedValueAndGradient, g::variablyDimensionedX),
                        each(10, i -> 1 - (i + 1) / 10.0),
                        0),
                new Problem(
                        "26 Trigonometric n=10",
                        Objective.of(g::trigonometricValueAndGradient, g::trigonometricX),
                        each(10, i -> 0.1),
                        0,
                        2.7950561218940e-5),
                new Problem(
                        "27 Brown almost linear n=10",
                        Objective.of(g::brownAlmostLinearValueAndGradient, g::brownAlmostLinearX),
                        each(10, i -> 0.5),
                        0,
                        1),
                new Problem(
                        "28 Discrete BVP n=10",
                        Objective.of(g::discreteBoundaryValueValueAndGradient, g::discreteBoundaryValueX),
                        each(10, Problems::parabola),
                        0),
                new Problem(
                        "29 Discrete integral n=10",
                        Objective.of(g::discreteIntegralValueAndGradient, g::discreteIntegralX),
                        each(10, Problems::parabola),
                        0),
                new Problem(
                        "30 Broyden tridiag n=10",
                        Objective.of(g::broydenTridiagonalValueAndGradient, g::broydenTridiagonalX),
                        each(10, i -> -1),
                        0),
                new Problem(
                        "31 Broyden banded n=10",
                        Objective.of(g::broydenBandedValueAndGradient, g::broydenBandedX),
                        each(10, i -> -1),
                        0),
                new Problem(
                        "35 Chebyquad n=8",
                        Objective.of(g::chebyquadValueAndGradient, g::chebyquadX),
                        each(8, i -> (i + 1) / 9.0),
                        3.5168737256780e-3),
                new Problem(
                        "35 Chebyquad n=10",
                        Objective.of(g::chebyquadValueAndGradient, g::chebyquadX),
                        each(10, i -> (i + 1) / 11.0),
                        6.5039548008823e-3));
    }

    private static List<Problem> linear() {
        var g = LinearGradient.create();
        return List.of(
                new Problem(
                        "32 Linear full rank n=10 m=20",
                        Objective.of(g::fullRankValueAndGradient, g::fullRankX),
                        each(10, i -> 1),
                        10),
                new Problem(
                        "33 Linear rank 1 n=10 m=20",
                        Objective.of(g::rankOneValueAndGradient, g::rankOneX),
                        each(10, i -> 1),
                        4.634146341463414),
                new Problem(
                        "34 Linear rank 1 zero n=10 m=20",
                        Objective.of(g::rankOneWithZerosValueAndGradient, g::rankOneWithZerosX),
                        each(10, i -> 1),
                        6.135135135135135));
    }

    /** The start of the discrete boundary value problem: {@code t (t - 1)} at ten places between 0 and 1. */
    private static double parabola(int i) {
        double t = (i + 1) / 11.0;
        return t * (t - 1);
    }

    private static double[] at(double... start) {
        return start;
    }

    private static double[] each(int count, IntToDoubleFunction start) {
        return IntStream.range(0, count).mapToDouble(start).toArray();
    }
}
