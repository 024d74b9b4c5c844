package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Dropout whose mask is drawn from a generator, scaled so that the mean stays. */
final class Dropout implements Layer {

    enum Planted implements Fault {
        SCALE_FORGOTTEN(Trace.in("x").as(Cause.FACTOR)),
        MASK_FORGOTTEN(Trace.in("x")),
        MASK_DRAWN_ANEW(Trace.in("x")),
        MASK_THE_WRONG_WAY_ROUND(Trace.in("x")),
        MASK_SHIFTED(Trace.in("x"));

        private final Trace trace;

        Planted(Trace trace) {
            this.trace = trace;
        }

        @Override
        public Trace trace() {
            return trace;
        }
    }

    @Override
    public List<Fault> faults() {
        return List.of(Planted.values());
    }

    private static final double KEPT = 0.6;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        Random random = new Random();
        double[][] mask = new double[1][];
        return FunctionGradient.<double[]>named("dropout")
                .input("x", draw.array(20))
                .randomness(random)
                .smooth()
                .value(in -> times(mask(random), in.array("x")))
                .forward(in -> {
                    mask[0] = mask(random);
                    return times(mask[0], in.array("x"));
                })
                .pullback((in, dy) -> Map.of("x", times(spoiled(mask[0], random, fault), dy)));
    }

    private static double[] mask(Random random) {
        double[] mask = new double[20];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < KEPT ? 1 / KEPT : 0;
        }
        return mask;
    }

    private static double[] spoiled(double[] mask, Random random, Fault fault) {
        if (fault == Planted.SCALE_FORGOTTEN) {
            return Tables.map(mask, m -> m * KEPT);
        } else if (fault == Planted.MASK_FORGOTTEN) {
            return Tables.map(mask, m -> 1);
        } else if (fault == Planted.MASK_DRAWN_ANEW) {
            random.nextDouble();
            return mask(random);
        } else if (fault == Planted.MASK_THE_WRONG_WAY_ROUND) {
            return Tables.map(mask, m -> 1 / KEPT - m);
        } else if (fault == Planted.MASK_SHIFTED) {
            double[] shifted = new double[mask.length];
            System.arraycopy(mask, 0, shifted, 1, mask.length - 1);
            return shifted;
        }
        return mask;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }
}
