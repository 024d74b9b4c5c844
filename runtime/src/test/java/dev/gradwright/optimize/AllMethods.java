package dev.gradwright.optimize;

import java.util.Arrays;
import java.util.List;

/** Every method once, for what holds for all of them. */
final class AllMethods {

    private AllMethods() {}

    /** For matrices. */
    static List<GradientTransformation> list() {
        Schedule rate = Schedule.linear(0.05, 0.01, 100);
        return List.of(
                Optimizers.sgd(rate),
                Optimizers.momentum(0.05, 0.9),
                Optimizers.nesterov(0.05, 0.9),
                Chain.of(Momentum.heavyBall(0.9).dampening(0.5).startingAtRest(), LearningRate.of(rate)),
                Optimizers.adagrad(rate),
                Optimizers.adadelta(),
                Optimizers.rmsProp(rate),
                Optimizers.rmsProp(rate, 0.9),
                Optimizers.adam(rate),
                Chain.of(
                        ScaleByAdam.withDefaults()
                                .epsilon(1e-8, Epsilon.INSIDE_ROOT)
                                .withoutBiasCorrection(),
                        LearningRate.of(rate)),
                Optimizers.adamW(rate, 0.1),
                Optimizers.amsGrad(rate),
                Optimizers.adamax(),
                Optimizers.nAdam(),
                Optimizers.rAdam(rate),
                Optimizers.lion(rate, 0.1),
                Optimizers.rprop(),
                Asgd.of(0.1).averageFrom(3),
                Optimizers.lamb(rate, 0.1),
                Adafactor.of(rate),
                Optimizers.muon(rate, 0.1),
                Prodigy.withDefaults(),
                Optimizers.scheduleFreeSgd(Schedule.constant(0.1)),
                Optimizers.scheduleFreeAdamW(Schedule.constant(0.1)),
                Optimizers.sophia(rate, (step, diagonal) -> Arrays.fill(diagonal, 1 + step), 0.1),
                Accumulation.of(2, Optimizers.adam(0.1)),
                Accumulation.of(2, Optimizers.lamb(rate, 0)),
                Groups.of("bias", Optimizers.adam(rate)).otherwise(Optimizers.muon(rate, 0)),
                Groups.of("bias", Optimizers.momentum(0.1, 0.9)).otherwise(Optimizers.adamW(rate, 0.1)),
                Chain.of(
                        Clip.byGlobalNorm(1),
                        Clip.byValue(0.5),
                        Clip.adaptively(0.1),
                        ScaleByAdam.withDefaults(),
                        Groups.except("bias", WeightDecay.of(0.1)),
                        LearningRate.of(rate)));
    }
}
