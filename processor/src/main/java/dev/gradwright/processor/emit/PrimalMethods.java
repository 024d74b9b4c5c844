package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.DecisionNotes;
import dev.gradwright.processor.derive.PrimalCalls;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.source.MethodSpec;
import javax.lang.model.element.Modifier;

/** Copies of helpers through which no derivative flows. */
final class PrimalMethods {

    private PrimalMethods() {}

    static MethodSpec of(Derived derived, Method method) {
        return of(derived, method, body(derived, method));
    }

    /** A copy that notes its decisions. */
    static MethodSpec noting(Derived derived, Method method) {
        Block body =
                DecisionNotes.in(body(derived, method), method, derived.facts().activity());
        return of(derived, method, body);
    }

    private static MethodSpec of(Derived derived, Method method, Block body) {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(
                        Protocol.primal(derived.protocol().name(method.key())))
                .addModifiers(Modifier.PRIVATE)
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(Signatures.variables(method), names))
                .addCode(StatementPrinter.print(body, names));
        return Signatures.returning(spec, method, names).build();
    }

    /** What a copy does. */
    static Block body(Derived derived, Method method) {
        return PrimalCalls.of(derived.unit(), derived.protocol(), method);
    }
}
