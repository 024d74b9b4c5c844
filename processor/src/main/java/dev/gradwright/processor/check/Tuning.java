package dev.gradwright.processor.check;

import dev.gradwright.processor.source.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code @GradientCheckOptions} asks of a generated test. */
public final class Tuning {

    /** What is not asked for. */
    public static final Tuning NONE = new Tuning(Map.of());

    private static final int SAMPLES = 3;

    private final Map<String, Object> options;

    /** The options that are given, by name. */
    public Tuning(Map<String, Object> options) {
        this.options = Map.copyOf(options);
    }

    /** Options with which a test would be no test: name and value, for people. */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        for (String name : List.of("tolerance", "coordinates", "samples")) {
            Object value = options.get(name);
            if (value != null && !(((Number) value).doubleValue() > 0)) {
                mistakes.add(name + " is " + value + " and must be positive");
            }
        }
        if (options.get("burnIn") instanceof Integer steps && steps < 0) {
            mistakes.add("burnIn is " + steps + " and must not be negative");
        }
        return mistakes;
    }

    /** Why a test is skipped; empty if it is not. */
    String disabled() {
        return (String) options.getOrDefault("disabled", "");
    }

    long firstSeed() {
        return (Long) options.getOrDefault("seed", 1L);
    }

    int samples() {
        return (Integer) options.getOrDefault("samples", SAMPLES);
    }

    /** The calls that change a check. */
    CodeBlock settings() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (options.containsKey("tolerance")) {
            code.add(".threshold($L)", options.get("tolerance"));
        }
        if (options.containsKey("coordinates")) {
            code.add(".coordinates($L)", options.get("coordinates"));
        }
        if (options.containsKey("burnIn")) {
            code.add(".burnIn($L)", options.get("burnIn"));
        }
        return code.build();
    }
}
