package dev.gradwright.train.sanity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** No layer is dead or saturated before learning: its units answer to the examples, and within the range of their function. */
final class LivingLayers implements SanityCheck {

    static final String NAME = "living layers";

    /** From this fraction of dead units, or outputs at the end of their range, on nothing can be learned through a layer. */
    private static final double MOST = 0.5;

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        int[] examples = bench.many();
        LayerOutputs heard = bench.layers(examples);
        Map<String, UnitOutputs> layers = heard.layers();
        if (layers.isEmpty() || examples.length < 2) {
            return List.of(SanityVerdict.skipped(
                    NAME,
                    layers.isEmpty()
                            ? "the gradient does not tell what layers inside the model give; generated ones do"
                            : "one example does not tell"));
        }
        double worst = 0;
        List<String> sick = new ArrayList<>();
        for (Map.Entry<String, UnitOutputs> layer : layers.entrySet()) {
            double dead =
                    layer.getKey().equals(heard.last()) ? 0 : layer.getValue().dead();
            double saturated = layer.getValue().saturated();
            worst = Math.max(worst, Math.max(dead, saturated));
            if (dead >= MOST) {
                sick.add(describe(layer.getKey(), "of the units give 0 for all examples", dead));
            } else if (saturated >= MOST) {
                sick.add(describe(layer.getKey(), "of the outputs are at an end of their range", saturated));
            }
        }
        if (sick.isEmpty()) {
            return List.of(SanityVerdict.passed(NAME, worst, MOST, layers.keySet() + " answer to the examples"));
        }
        return List.of(SanityVerdict.failed(
                NAME,
                worst,
                MOST,
                String.join("; ", sick)
                        + ". Begin with smaller weights and biases near zero, and look at the scale of the inputs"));
    }

    private static String describe(String layer, String what, double fraction) {
        return String.format(Locale.ROOT, "%s: %.0f %% %s", layer, 100 * fraction, what);
    }
}
