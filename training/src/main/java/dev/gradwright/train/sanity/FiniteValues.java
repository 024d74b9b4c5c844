package dev.gradwright.train.sanity;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;

/** Parameters, losses and gradients are finite; else names the first place, in the order in which they are computed. */
final class FiniteValues implements SanityCheck {

    static final String NAME = "finite values";

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        Parameters parameters = bench.parameters();
        String parameter = firstNotFinite(parameters, false);
        if (parameter != null) {
            return failed("the parameter " + parameter + ". Look at how it is made");
        }
        for (int[] examples : bench.all()) {
            String place = firstIn(bench, examples);
            if (place != null) {
                return failed(place);
            }
        }
        return List.of(SanityVerdict.passed(
                NAME,
                Double.NaN,
                Double.NaN,
                "parameters, losses and gradients are finite for "
                        + bench.data().size() + " examples"));
    }

    /** The first place where something is not finite; null if all is. */
    private static String firstIn(Bench<?, ?> bench, int[] examples) {
        double loss = bench.loss(examples);
        String gradient = firstNotFinite(bench.parameters(), true);
        if (Double.isFinite(loss) && gradient == null) {
            return null;
        }
        for (int example : examples) {
            double alone = bench.loss(new int[] {example});
            if (!Double.isFinite(alone)) {
                return "the loss is " + alone + " for example " + example
                        + ". Look at its numbers, and for operations of the model that overflow or are undefined there";
            }
            String ofExample = firstNotFinite(bench.parameters(), true);
            if (ofExample != null) {
                return "the loss of example " + example + " is finite, but its gradient of " + ofExample
                        + ". Look for operations with an infinite slope there, such as a root at zero";
            }
        }
        return Double.isFinite(loss)
                ? "the gradient of " + gradient + ", though those of single examples are finite"
                : "the loss is " + loss + " for " + examples.length
                        + " examples together, though it is finite for each alone";
    }

    private static List<SanityVerdict> failed(String sentence) {
        return List.of(SanityVerdict.failed(NAME, Double.NaN, Double.NaN, sentence));
    }

    private static String firstNotFinite(Parameters parameters, boolean gradients) {
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] numbers = gradients ? parameter.gradient(s) : parameter.value(s);
                for (int i = 0; i < parameter.length(s); i++) {
                    if (!Double.isFinite(numbers[i])) {
                        return parameter + " is " + numbers[i] + " at index "
                                + (parameter.segments() == 1 ? i : "[" + s + "][" + i + "]");
                    }
                }
            }
        }
        return null;
    }
}
