package dev.gradwright.processor.check;

import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** The parts of what a method returns, as the check of its gradient sees them: those that carry a derivative, in an array. */
final class CheckedParts {

    private final Method method;

    CheckedParts(Method method) {
        this.method = method;
    }

    /** An arm of a switch that gives the result of a call, taken apart. */
    CodeBlock of(CodeBlock call, String result) {
        Type type = method.face().result();
        List<CodeBlock> leaves = Composing.apart(type, CodeBlock.of("$L", result));
        List<Type.Part> parts = Type.leaves(type);
        List<CodeBlock> active = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type().carriesDerivative()) {
                active.add(leaves.get(i));
            }
        }
        return CodeBlock.of(
                "{\n    $T $L = $L;\n    yield new Object[] {$L};\n}",
                Names.of(type),
                result,
                call,
                CodeBlock.join(active, ", "));
    }

    /** The seeds for the parts, from an array of them. */
    CodeBlock seeds(String array) {
        List<CodeBlock> seeds = new ArrayList<>();
        for (Type.Part part : Type.leaves(method.face().result())) {
            if (part.type().carriesDerivative()) {
                seeds.add(CodeBlock.of("($T) $L[$L]", Names.of(part.type()), array, seeds.size()));
            }
        }
        return CodeBlock.join(seeds, ", ");
    }

    /** The tangents of what a method has last returned. */
    static CodeBlock tangents(Method method, String tangent, boolean isWhole) {
        List<CodeBlock> dots = method.results().stream()
                .filter(result -> result.variable().type().carriesDerivative())
                .map(result -> CodeBlock.of("$L.$L()", tangent, Protocol.resultDot(method.stem(), result.part())))
                .toList();
        return isWhole ? dots.get(0) : CodeBlock.of("new Object[] {$L}", CodeBlock.join(dots, ", "));
    }
}
