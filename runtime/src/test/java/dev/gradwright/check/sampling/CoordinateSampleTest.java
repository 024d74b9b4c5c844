package dev.gradwright.check.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.report.Reason;
import dev.gradwright.check.settings.Sampling;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Input;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoordinateSampleTest {

    private static final int WEIGHT = 9000;
    private static final int BIAS = 30;

    private static List<Input> inputs(int weight, int bias) {
        return FunctionGradient.<Double>named("f")
                .parameter("weight", new double[weight])
                .parameter("bias", new double[bias])
                .value(in -> 0.0)
                .gradient(in -> Map.of())
                .subject()
                .inputs();
    }

    private static double[] ramp(int size) {
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            gradient[i] = i % 7 == 0 ? 0 : i;
        }
        return gradient;
    }

    private static List<TreeMap<Integer, Reason>> sample(Sampling sampling, int weight, int bias, long seed) {
        return new CoordinateSample(sampling, seed).of(inputs(weight, bias), List.of(ramp(weight), ramp(bias)));
    }

    @Test
    void everythingIsComparedWhenThereIsLittle() {
        List<TreeMap<Integer, Reason>> sample = sample(Sampling.USUAL, 60, 40, 1);
        assertThat(sample.get(0)).hasSize(60);
        assertThat(sample.get(1)).hasSize(40);
    }

    @Test
    void aSmallBiasBesideALargeWeightHasItsMinimum() {
        List<TreeMap<Integer, Reason>> sample = sample(Sampling.USUAL, WEIGHT, BIAS, 1);
        assertThat(Collections.frequency(sample.get(0).values(), Reason.RANDOM)).isEqualTo(100);
        assertThat(Collections.frequency(sample.get(1).values(), Reason.RANDOM)).isEqualTo(10);
    }

    @Test
    void largestSmallestAndSomeZeroGradientsAreAdded() {
        TreeMap<Integer, Reason> weight =
                sample(Sampling.USUAL, WEIGHT, BIAS, 1).get(0);
        assertThat(weight).containsKeys(1, 2, WEIGHT - 1, WEIGHT - 2);
        assertThat(weight.get(WEIGHT - 1)).isEqualTo(Reason.LARGEST);
        assertThat(weight.get(1)).isEqualTo(Reason.SMALLEST);
        assertThat(Collections.frequency(weight.values(), Reason.ZERO)).isEqualTo(2);
    }

    @Test
    void theSeedDecides() {
        assertThat(sample(Sampling.USUAL, WEIGHT, BIAS, 1)).isEqualTo(sample(Sampling.USUAL, WEIGHT, BIAS, 1));
        assertThat(sample(Sampling.USUAL, WEIGHT, BIAS, 1)).isNotEqualTo(sample(Sampling.USUAL, WEIGHT, BIAS, 2));
    }
}
