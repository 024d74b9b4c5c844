package dev.gradwright.train.objective;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds the gradients of shards up in those of the first one, one shard after the other. */
final class ShardSum {

    private final double[][][] gradients;
    private final int[] lengths;

    ShardSum(List<Parameters> shards) {
        gradients = new double[shards.size()][][];
        for (int s = 0; s < gradients.length; s++) {
            gradients[s] =
                    shards.get(s).list().stream().flatMap(ShardSum::segments).toArray(double[][]::new);
        }
        lengths = shards.get(0).list().stream()
                .flatMapToInt(p -> IntStream.range(0, p.segments()).map(p::length))
                .toArray();
    }

    private static Stream<double[]> segments(NamedParameter parameter) {
        return IntStream.range(0, parameter.segments()).mapToObj(parameter::gradient);
    }

    /** Adds a shard's gradient; that of the first one takes the place of what was there. */
    void add(int shard, double weight) {
        for (int k = 0; k < lengths.length; k++) {
            if (shard == 0) {
                scale(gradients[0][k], weight, lengths[k]);
            } else {
                add(gradients[shard][k], weight, gradients[0][k], lengths[k]);
            }
        }
    }

    private static void scale(double[] sum, double weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] *= weight;
        }
    }

    private static void add(double[] gradient, double weight, double[] sum, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * gradient[i];
        }
    }
}
