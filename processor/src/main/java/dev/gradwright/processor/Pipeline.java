package dev.gradwright.processor;

import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.lower.UnitLowering;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Takes one class from its source to the sources generated for it. */
final class Pipeline {

    /** The option that asks for notes on what goes on the tape. */
    static final String PLAN = "gradwright.plan";

    /** The option that has derivatives tell what every line touches, so that a failed check can name the one that is wrong. */
    static final String TRACE = "gradwright.trace";

    private final Compiler compiler;
    private final Set<String> options;

    Pipeline(Compiler compiler) {
        this.compiler = compiler;
        this.options = Stream.of(PLAN, TRACE).filter(compiler::isAsked).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads a class, and reports what is refused. What is left to do has no use for the compiler and may be done on another thread. */
    Supplier<Generated> read(TypeElement type) {
        UnitLowering.Lowered lowered = UnitLowering.lower(compiler, type);
        if (lowered.isTemplate()) {
            return () -> new Generated(List.of(), List.of());
        }
        String source = type.getQualifiedName().toString();
        return new Generation(lowered, source, compiler.position(type), options)::run;
    }
}
