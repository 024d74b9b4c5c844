package dev.gradwright.benchmarks.memory;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.LongShortTermMemoryGradient;

/** With the generated gradient. */
final class GeneratedMemory implements Objective {

    private final LongShortTermMemoryGradient gradient = LongShortTermMemoryGradient.create();
    private final MemoryInput at;

    GeneratedMemory(MemoryInput at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        return gradient.lossValueAndGradient(at.layers(), at.ends(), at.state(), at.sequence());
    }

    @Override
    public double[] gradient() {
        return Flat.of(gradient.lossLayers(), gradient.lossEnds());
    }
}
