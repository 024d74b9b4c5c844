package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private final double[] weight = new double[3000];
    private final double[] weightGradient = new double[3000];
    private final double[] bias = new double[2];
    private final double[] biasGradient = new double[2];
    private final double[] last = new double[1500];
    private final double[] lastGradient = new double[1500];
    private final Parameters parameters = Parameters.builder()
            .add("hidden.weight", weight, weightGradient)
            .add("hidden.bias", bias, biasGradient)
            .add("output.weight", last, lastGradient)
            .build();

    @BeforeEach
    void fill() {
        Arrays.fill(weight, 1);
        Arrays.fill(bias, 1);
        Arrays.fill(last, 1);
        Arrays.setAll(weightGradient, i -> Math.sin(i));
        Arrays.fill(biasGradient, 1);
        Arrays.setAll(lastGradient, i -> Math.cos(i));
    }

    @Test
    void everyGroupHasItsOwnMethodRateAndSchedule() {
        Groups groups = Groups.of("*.bias", Sgd.plain(Schedule.stepDecay(0.5, 1, 0.5)))
                .and("output.*", Sgd.plain(0))
                .otherwise(Optimizers.adam(0.1));
        Optimizer optimizer = new Optimizer(parameters, groups);
        optimizer.step();
        optimizer.step();
        assertThat(bias).containsExactly(0.25, 0.25);
        assertThat(last).containsOnly(1);

        double[] alone = new double[3000];
        Arrays.fill(alone, 1);
        Optimizer adam = new Optimizer(
                Parameters.builder().add("w", alone, weightGradient).build(), Optimizers.adam(0.1));
        adam.step();
        adam.step();
        assertThat(weight).containsExactly(alone, within(1e-14));
    }

    @Test
    void biasesAreKeptOutOfWeightDecay() {
        Arrays.fill(weightGradient, 0);
        Arrays.fill(lastGradient, 0);
        GradientTransformation method = Chain.of(Groups.except("*.bias", WeightDecay.of(0.5)), LearningRate.of(0.1));
        new Optimizer(parameters, method).step();
        assertThat(weight).containsOnly(0.95);
        assertThat(bias).containsOnly(0.9);
        assertThat(method).hasToString("(*.bias: unchanged; *: weight decay 0.5), then learning rate 0.1");
    }

    @Test
    void aLinkForSomeLeavesTheUpdatesOfOthersAlone() {
        new Optimizer(parameters, Chain.of(Groups.only("*.bias", Clip.byValue(0.25)), LearningRate.of(1))).step();
        assertThat(bias).containsOnly(0.75);
        assertThat(weight[2]).isEqualTo(1 - Math.sin(2));
    }

    @Test
    void groupsThatSeeAllUpdatesGiveTheSame() {
        Optimizer optimizer = new Optimizer(
                parameters,
                Groups.of("*.weight", Optimizers.lamb(Schedule.constant(0.1), 0))
                        .otherwise(Sgd.plain(0.5)));
        optimizer.step();
        assertThat(bias).containsOnly(0.5);
        double[] alone = new double[1500];
        Arrays.fill(alone, 1);
        new Optimizer(
                        Parameters.builder().add("w", alone, lastGradient).build(),
                        Optimizers.lamb(Schedule.constant(0.1), 0))
                .step();
        assertThat(last).containsExactly(alone, within(1e-15));
    }

    @Test
    void groupsGiveTheAveragesTheirMethodsKeep() {
        Optimizer optimizer = new Optimizer(
                parameters, Groups.of("*.bias", Asgd.of(0.5).averageFrom(0)).otherwise(Sgd.plain(0.1)));
        optimizer.step();
        optimizer.step();
        optimizer.step();
        double[] average = new double[parameters.size()];
        optimizer.copyAverageTo(average);
        assertThat(average[0]).isEqualTo(weight[0]);
        assertThat(average[3000]).isGreaterThan(bias[0]);
    }

    @Test
    void refusesParametersWithoutAGroupAndPatternsWithoutParameters() {
        assertThatThrownBy(() -> new Optimizer(parameters, Groups.of("*.weight", Sgd.plain(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no pattern matches the parameter hidden.bias; add otherwise(...) for the rest."
                        + " The patterns are [*.weight]");
        assertThatThrownBy(() -> new Optimizer(parameters, Groups.only("*.norm", Sgd.plain(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter is left for the pattern *.norm; the parameters are"
                        + " [hidden.weight, hidden.bias, output.weight]");
    }

    @Test
    void onlyStarsAndQuestionMarksArePatterns() {
        assertThat(NamePattern.of("a.b").matches("axb")).isFalse();
        assertThat(NamePattern.of("layers[?].*").matches("layers[3].weight")).isTrue();
        assertThat(NamePattern.of("layers[?].*").matches("layers[13].weight")).isFalse();
    }
}
