package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** A convolution of one image with channels, stride 2 and zeros around: {@code y[f] = b[f] + sum of w[f,c,p,q] x[c, 2i+p-1, 2j+q-1]}. */
final class Convolution implements Layer {

    enum Planted implements Fault {
        KERNEL_FLIPPED(Trace.in("weight")),
        PADDING_OFF_BY_ONE(Trace.in("weight", "x")),
        STRIDE_FORGOTTEN(Trace.in("x")),
        CHANNELS_AFTER_THE_FIRST_FORGOTTEN(Trace.in("x").as(Cause.DROPPED_BRANCH)),
        INPUT_OF_THE_LAST_FILTER_ONLY(Trace.in("x")),
        LAST_ROW_OF_THE_KERNEL_LEFT_OUT(Trace.in("weight").as(Cause.DROPPED_BRANCH)),
        BIAS_AS_MEAN_OVER_THE_PICTURE(Trace.in("bias").as(Cause.FACTOR));

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

    private static final int CHANNELS = 2;
    private static final int FILTERS = 3;
    private static final int SIZE = 5;
    private static final int KERNEL = 3;
    private static final int OUT = 3;

    /** What is done for each term of the sum: the places of weight, input and result. */
    private interface Term {
        void at(int filter, int weight, int channel, int input, int output);
    }

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("convolution")
                .parameter("weight", draw.table(FILTERS, CHANNELS * KERNEL * KERNEL))
                .parameter("bias", draw.array(FILTERS))
                .input("x", draw.table(CHANNELS, SIZE * SIZE))
                .smooth()
                .value(Convolution::forward)
                .pullback((in, dy) -> backward(in, dy, fault));
    }

    private static double[][] forward(Inputs in) {
        double[][] y = new double[FILTERS][OUT * OUT];
        for (int f = 0; f < FILTERS; f++) {
            double bias = in.array("bias")[f];
            y[f] = Tables.map(y[f], zero -> bias);
        }
        forEachTerm(1, 2, (f, w, c, i, o) -> y[f][o] += in.table("weight")[f][w] * in.table("x")[c][i]);
        return y;
    }

    private static void forEachTerm(int padding, int stride, Term term) {
        for (int place = 0; place < FILTERS * OUT * OUT; place++) {
            int output = place % (OUT * OUT);
            for (int weight = 0; weight < CHANNELS * KERNEL * KERNEL; weight++) {
                int within = weight % (KERNEL * KERNEL);
                int row = output / OUT * stride + within / KERNEL - padding;
                int column = output % OUT * stride + within % KERNEL - padding;
                if (row >= 0 && row < SIZE && column >= 0 && column < SIZE) {
                    term.at(place / (OUT * OUT), weight, weight / (KERNEL * KERNEL), row * SIZE + column, output);
                }
            }
        }
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault) {
        double[][] x = in.table("x");
        double[][] w = in.table("weight");
        double[][] dw = new double[FILTERS][w[0].length];
        double[][] dx = new double[CHANNELS][x[0].length];
        double[] db = Tables.sums(Tables.transposed(dy));
        int padding = fault == Planted.PADDING_OFF_BY_ONE ? 0 : 1;
        forEachTerm(padding, 2, (f, k, c, i, o) -> {
            int place = fault == Planted.KERNEL_FLIPPED ? w[0].length - 1 - k : k;
            boolean isOut = fault == Planted.LAST_ROW_OF_THE_KERNEL_LEFT_OUT && k % 9 >= 6;
            dw[f][place] += isOut ? 0 : dy[f][o] * x[c][i];
        });
        int stride = fault == Planted.STRIDE_FORGOTTEN ? 1 : 2;
        forEachTerm(padding, stride, (f, k, c, i, o) -> {
            boolean isOut = fault == Planted.CHANNELS_AFTER_THE_FIRST_FORGOTTEN && c > 0
                    || fault == Planted.INPUT_OF_THE_LAST_FILTER_ONLY && f < FILTERS - 1;
            dx[c][i] += isOut ? 0 : dy[f][o] * w[f][k];
        });
        double share = fault == Planted.BIAS_AS_MEAN_OVER_THE_PICTURE ? OUT * OUT : 1;
        return Map.of("weight", dw, "bias", Tables.map(db, g -> g / share), "x", dx);
    }
}
