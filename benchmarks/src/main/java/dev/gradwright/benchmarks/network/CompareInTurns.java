package dev.gradwright.benchmarks.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares steps and layers, generated and by hand, on a machine that has other things to do. The ways of one case take turns of two
 * milliseconds in one virtual machine; of each way's turns the one counts that a tenth of them are faster than, so that turns in which something
 * else ran do not.
 */
public final class CompareInTurns {

    private static final long TURN = 2_000_000;
    private static final long WARM_UP = 2_000_000_000;
    private static final long MEASURED = 8_000_000_000L;

    /** A way to compute something. */
    interface Way {

        /** Computes it. */
        Object compute();
    }

    private static volatile Object sink;

    private CompareInTurns() {}

    /** Prints a row of a table for each case, or for the one that is named; each runs in a virtual machine of its own. */
    public static void main(String[] cases) throws IOException, InterruptedException {
        if (cases.length == 1) {
            System.out.println(row(cases[0]));
            return;
        }
        for (String each : Stream.concat(Arrays.stream(NetworkSize.values()), Arrays.stream(LayerCase.values()))
                .map(Enum::name)
                .toList()) {
            new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Dgradwright.kernel=" + System.getProperty("gradwright.kernel", "plain"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CompareInTurns.class.getName(),
                            each)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static String row(String name) {
        double[] times = microseconds(ways(name));
        StringBuilder row = new StringBuilder("| ").append(name);
        for (double time : times) {
            row.append(String.format(Locale.ROOT, " | %.3g", time));
        }
        return row.append(String.format(Locale.ROOT, " | %.2f | %.2f |", times[2] / times[1], times[2] / times[0]))
                .toString();
    }

    /** The function by hand, the step or gradient by hand, the one that is generated, and what else is compared. */
    private static List<Way> ways(String name) {
        if (Arrays.stream(NetworkSize.values()).map(Enum::name).anyMatch(name::equals)) {
            TrainingStepBenchmark steps = new TrainingStepBenchmark();
            steps.size = NetworkSize.valueOf(name);
            steps.make();
            return List.of(steps::handPrimal, steps::handStep, steps::generatedStep, steps::handStepOnEjml);
        }
        LayerBenchmark layers = new LayerBenchmark();
        layers.layer = LayerCase.valueOf(name);
        layers.make();
        return List.of(layers::handPrimal, layers::handGradient, layers::generatedGradient);
    }

    private static double[] microseconds(List<Way> ways) {
        int[] counts = ways.stream().mapToInt(CompareInTurns::perTurn).toArray();
        List<List<Double>> turns = new ArrayList<>();
        ways.forEach(way -> turns.add(new ArrayList<>()));
        for (long end = System.nanoTime() + MEASURED; System.nanoTime() < end; ) {
            for (int i = 0; i < ways.size(); i++) {
                turns.get(i).add(nanoseconds(ways.get(i), counts[i]) / 1e3 / counts[i]);
            }
        }
        turns.forEach(Collections::sort);
        return turns.stream()
                .mapToDouble(sorted -> sorted.get(sorted.size() / 10))
                .toArray();
    }

    /** Warms a way up, and counts how often it fits into a turn. */
    private static int perTurn(Way way) {
        long least = Long.MAX_VALUE;
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
            least = Math.min(least, nanoseconds(way, 1));
        }
        return (int) Math.max(1, TURN / Math.max(1, least));
    }

    private static long nanoseconds(Way way, int count) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            sink = way.compute();
        }
        return System.nanoTime() - begin;
    }
}
