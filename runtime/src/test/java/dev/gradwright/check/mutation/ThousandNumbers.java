package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** {@code sum of c[i] sin(x[i])} with 1000 numbers, of which few are compared one by one. */
final class ThousandNumbers implements Layer {

    enum Planted implements Fault {
        ONE_WITH_WRONG_SIGN(Trace.in("x").as(Cause.SIGN)),
        ONE_ZERO(Trace.in("x").as(Cause.DROPPED_BRANCH)),
        ONE_WRONG_IN_THE_THIRD_DIGIT(Trace.in("x")),
        LAST_LEFT_OUT(Trace.in("x").as(Cause.DROPPED_BRANCH));

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

    private static final int NUMBER = 1000;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        double[] c = Tables.map(draw.array(NUMBER), value -> 1 + Math.abs(value));
        int chosen = draw.indices(1, NUMBER)[0];
        return FunctionGradient.<Double>named("thousand numbers")
                .input("x", draw.array(NUMBER))
                .smooth()
                .value(in -> Tables.dot(c, Tables.map(in.array("x"), Math::sin)))
                .gradient(in -> Map.of("x", backward(in.array("x"), c, chosen, fault)));
    }

    private static double[] backward(double[] x, double[] c, int chosen, Fault fault) {
        double[] gradient = new double[NUMBER];
        for (int i = 0; i < NUMBER; i++) {
            gradient[i] = c[i] * Math.cos(x[i]);
        }
        if (fault == Planted.ONE_WITH_WRONG_SIGN) {
            gradient[chosen] *= -1;
        } else if (fault == Planted.ONE_ZERO) {
            gradient[chosen] = 0;
        } else if (fault == Planted.ONE_WRONG_IN_THE_THIRD_DIGIT) {
            gradient[chosen] *= 1.001;
        } else if (fault == Planted.LAST_LEFT_OUT) {
            gradient[NUMBER - 1] = 0;
        }
        return gradient;
    }
}
