package dev.gradwright.benchmarks.memory;

import dev.gradwright.benchmarks.gradient.Ways;
import dev.gradwright.examples.adbench.LongShortTermMemory;

/** The long short-term memory of the examples. */
public final class MemoryWays {

    private MemoryWays() {}

    /** The loss of a random network on random bits. */
    public static Ways of(int layers, int steps, int bits) {
        MemoryInput at = MemoryInput.of(layers, steps, bits);
        return new Ways(
                () -> LongShortTermMemory.loss(at.layers(), at.ends(), at.state(), at.sequence()),
                () -> new GeneratedMemory(at),
                () -> new HandMemory(at),
                () -> new TapeMemory(at),
                () -> new HipparchusMemory(at));
    }
}
