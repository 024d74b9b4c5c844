package dev.gradwright.examples.digits;

import dev.gradwright.chart.LineChart;
import dev.gradwright.minimize.Lbfgs;
import dev.gradwright.minimize.Minimum;
import dev.gradwright.minimize.ModelObjective;
import dev.gradwright.minimize.Objective;
import dev.gradwright.minimize.StoppingRule;
import dev.gradwright.optimize.GradientTransformation;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Trains the same network from the same start by different methods: momentum and Adam on small batches, L-BFGS on all data at once, and L-BFGS
 * on batches that change from call to call. The loss is always that on all data, with the penalty.
 */
final class Comparison {

    private static final int BATCH = 32;
    private static final double PENALTY = 1e-4;

    private final Digits digits;
    private final DigitClassifierGradient gradient;
    private final double[] start;
    private final int passes;
    private final long seed;

    /**
     * @param passes how many passes through the data each method gets
     */
    Comparison(Digits digits, int units, int passes, long seed) {
        this.digits = digits;
        this.passes = passes;
        this.seed = seed;
        DigitClassifier model = new DigitClassifier(Digits.PIXELS, units, Digits.CLASSES, new SplittableRandom(seed));
        this.gradient = DigitClassifierGradient.of(model);
        this.start = new double[gradient.parameters().size()];
        gradient.parameters().copyValuesTo(start);
    }

    /** All methods. */
    List<Curves> run() {
        return List.of(
                byBatches("momentum", Optimizers.momentum(0.05, 0.9)),
                byBatches("Adam", Optimizers.adam(3e-3)),
                byLbfgs(),
                byLbfgsOnBatches());
    }

    /** Loss and gradient on some images, with the penalty. */
    private double loss(DMatrixRMaj images, int[] labels) {
        double loss = gradient.lossValueAndGradient(images, labels);
        loss += PENALTY * gradient.penalty();
        gradient.penaltyBackward(PENALTY);
        return loss;
    }

    private double lossOnAll() {
        gradient.zero();
        return loss(digits.images(), digits.labels());
    }

    private Curves byBatches(String name, GradientTransformation method) {
        gradient.parameters().setValues(start);
        Optimizer optimizer = new Optimizer(gradient.parameters(), method);
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj images = new DMatrixRMaj(BATCH, Digits.PIXELS);
        int[] labels = new int[BATCH];
        Curves curves = new Curves(name);
        curves.note(0, lossOnAll());
        for (int pass = 1; pass <= passes; pass++) {
            curves.goOn();
            int[] order = Digits.shuffled(digits.size(), random);
            for (int i = 0; i + BATCH <= order.length; i += BATCH) {
                digits.copy(order, i, images, labels);
                gradient.zero();
                loss(images, labels);
                optimizer.step();
            }
            curves.pause();
            curves.note(pass, lossOnAll());
        }
        return curves;
    }

    private Curves byLbfgs() {
        gradient.parameters().setValues(start);
        ModelObjective objective =
                ModelObjective.of(gradient.parameters(), () -> loss(digits.images(), digits.labels()));
        Curves curves = new Curves("L-BFGS, all data");
        curves.goOn();
        Lbfgs.withDefaults().minimize(objective, start, StoppingRule.evaluations(passes), state -> {
            curves.pause();
            curves.note(state.evaluations(), state.value());
            curves.goOn();
            return true;
        });
        return curves;
    }

    /** What L-BFGS is not for: another batch at every call. When it finds no lower point any more, it begins again from where it is. */
    private Curves byLbfgsOnBatches() {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 8 * BATCH;
        DMatrixRMaj images = new DMatrixRMaj(size, Digits.PIXELS);
        int[] labels = new int[size];
        Objective objective = ModelObjective.of(gradient.parameters(), () -> {
            digits.copy(Digits.shuffled(digits.size(), random), 0, images, labels);
            return loss(images, labels);
        });
        Curves curves = new Curves("L-BFGS, changing batches");
        gradient.parameters().setValues(start);
        curves.note(0, lossOnAll());
        double[] point = start;
        double calls = 0;
        while (calls * size < passes * digits.size()) {
            curves.goOn();
            Minimum minimum = Lbfgs.withDefaults().minimize(objective, point, StoppingRule.iterations(1_000));
            curves.pause();
            calls += minimum.evaluations();
            point = minimum.point();
            gradient.parameters().setValues(point);
            curves.note(calls * size / digits.size(), lossOnAll());
        }
        return curves;
    }

    /** Loss against passes above, loss against time below. */
    static BufferedImage draw(List<Curves> runs) {
        return LineChart.stack(List.of(
                new LineChart(
                        "one network, one start: loss against passes through the data",
                        "passes",
                        "loss",
                        false,
                        true,
                        runs.stream().map(Curves::overPasses).toList()),
                new LineChart(
                        "loss against time",
                        "seconds",
                        "loss",
                        false,
                        true,
                        runs.stream().map(Curves::overTime).toList())));
    }
}
