package dev.gradwright.check.sampling;

import dev.gradwright.check.report.Reason;
import dev.gradwright.check.settings.Sampling;
import dev.gradwright.check.subject.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The coordinates that are compared, spread over all inputs in proportion to their sizes, with a minimum for each; and those whose
 * gradients are largest, smallest and zero.
 */
public final class CoordinateSample {

    private final Sampling sampling;
    private final long seed;

    public CoordinateSample(Sampling sampling, long seed) {
        this.sampling = sampling;
        this.seed = seed;
    }

    /**
     * The coordinates of each input by index, with the reason for each.
     *
     * @param gradients the analytic gradient of each input
     */
    public List<TreeMap<Integer, Reason>> of(List<Input> inputs, List<double[]> gradients) {
        long total = inputs.stream().mapToLong(Input::size).sum();
        SplittableRandom random = new SplittableRandom(seed);
        List<TreeMap<Integer, Reason>> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            int size = inputs.get(i).size();
            double share = total <= sampling.coordinates() ? size : (double) sampling.coordinates() * size / total;
            int number = (int) Math.min(size, Math.max(sampling.minimum(), Math.round(share)));
            all.add(number == size ? everything(size) : some(gradients.get(i), number, random.split()));
        }
        return all;
    }

    private static TreeMap<Integer, Reason> everything(int size) {
        TreeMap<Integer, Reason> all = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            all.put(i, Reason.ALL);
        }
        return all;
    }

    private TreeMap<Integer, Reason> some(double[] gradient, int number, SplittableRandom random) {
        TreeMap<Integer, Reason> chosen = new TreeMap<>();
        while (chosen.size() < number) {
            chosen.put(random.nextInt(gradient.length), Reason.RANDOM);
        }
        for (int k = 0; k < sampling.extremes(); k++) {
            extreme(gradient, chosen, 1).ifPresent(i -> chosen.put(i, Reason.LARGEST));
            extreme(gradient, chosen, -1).ifPresent(i -> chosen.put(i, Reason.SMALLEST));
        }
        int[] zeros = IntStream.range(0, gradient.length)
                .filter(i -> gradient[i] == 0 && !chosen.containsKey(i))
                .toArray();
        for (int k = 0; k < Math.min(sampling.zeros(), zeros.length); k++) {
            int other = random.nextInt(k, zeros.length);
            chosen.put(zeros[other], Reason.ZERO);
            zeros[other] = zeros[k];
        }
        return chosen;
    }

    /** The coordinate with the largest gradient that is neither zero nor chosen yet, or with sign -1 the smallest. */
    private static OptionalInt extreme(double[] gradient, Map<Integer, Reason> chosen, int sign) {
        int best = -1;
        for (int i = 0; i < gradient.length; i++) {
            boolean isBetter = best < 0 || sign * Math.abs(gradient[i]) > sign * Math.abs(gradient[best]);
            if (isBetter && gradient[i] != 0 && !chosen.containsKey(i)) {
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
