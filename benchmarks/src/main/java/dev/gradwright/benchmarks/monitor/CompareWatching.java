package dev.gradwright.benchmarks.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link MonitorBenchmark} measures, for a machine that does other things too: the ways of watching take turns, so whatever disturbs one disturbs all, and
 * processor time is measured beside time by the clock. Prints medians in milliseconds, of the process the mean, as its clock is coarse.
 */
public final class CompareWatching {

    private static final double NANOS = 1e6;
    private static final int TRAININGS_OF_TEN_EPOCHS = 120;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CompareWatching() {}

    /** What a training has taken. */
    private record Cost(double clock, double thread, double process) {}

    /**
     * Runs the program.
     *
     * @param arguments numbers of epochs, 10 and 100 if not given
     */
    public static void main(String[] arguments) throws IOException {
        int[] lengths = arguments.length == 0
                ? new int[] {10, 100}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (WatchedTraining training = new WatchedTraining()) {
            for (int epochs : lengths) {
                int rounds = Math.max(10, 10 * TRAININGS_OF_TEN_EPOCHS / epochs);
                costs(training, epochs, rounds / 3); // to warm up
                print(epochs, costs(training, epochs, rounds));
            }
        }
    }

    private static Map<Watched, List<Cost>> costs(WatchedTraining training, int epochs, int rounds) throws IOException {
        Map<Watched, List<Cost>> costs = new EnumMap<>(Watched.class);
        for (int round = 0; round < rounds; round++) {
            for (Watched watched : Watched.values()) {
                costs.computeIfAbsent(watched, w -> new ArrayList<>()).add(cost(training, watched, epochs));
            }
        }
        return costs;
    }

    private static Cost cost(WatchedTraining training, Watched watched, int epochs) throws IOException {
        long clock = System.nanoTime();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long process = PROCESS.getProcessCpuTime();
        training.run(watched, epochs);
        return new Cost(
                (System.nanoTime() - clock) / NANOS,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / NANOS,
                (PROCESS.getProcessCpuTime() - process) / NANOS);
    }

    private static void print(int epochs, Map<Watched, List<Cost>> costs) {
        System.out.printf("%n%d epochs%n%-12s %8s %8s %8s%n", epochs, "watched", "clock", "thread", "process");
        costs.forEach((watched, all) -> System.out.printf(
                "%-12s %8.1f %8.1f %8.1f%n",
                watched,
                median(all.stream().mapToDouble(Cost::clock).toArray()),
                median(all.stream().mapToDouble(Cost::thread).toArray()),
                all.stream().mapToDouble(Cost::process).average().orElseThrow()));
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }
}
