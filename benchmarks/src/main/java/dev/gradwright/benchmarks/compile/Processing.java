package dev.gradwright.benchmarks.compile;

import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler.CompilationTask;

/** How the compiler gets the processor, as that decides whether its classes are loaded anew. */
public enum Processing {
    /** Not at all. */
    NONE,
    /** From a path, as with Maven: each compilation loads its classes and starts to interpret them. */
    PATH,
    /** As an object, as with build tools that keep its classes: it gets as fast as the compiler around it. */
    INSTANCE;

    /** The compiler's options. */
    List<String> options() {
        return switch (this) {
            case NONE -> List.of("-proc:none");
            case PATH ->
                List.of(
                        "-processorpath",
                        processor()
                                .getClass()
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
            case INSTANCE -> List.of();
        };
    }

    /** Gives the compiler what does not fit into options. */
    void prepare(CompilationTask task) {
        if (this == INSTANCE) {
            task.setProcessors(List.of(processor()));
        }
    }

    private static Processor processor() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.gradwright."))
                .findFirst()
                .orElseThrow()
                .get();
    }
}
