package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import javax.lang.model.element.Modifier;

/** The two halves of a method's adjoint: private for a helper, for other generated classes where the method is differentiable. */
final class RecordMethods {

    private final Derived derived;
    private final Members members;
    private final ShapeChecks checks;
    private final AdjointMethod adjoint;
    private final Method method;
    private final String name;
    private final boolean isHelper;

    RecordMethods(Derived derived, Members members, ShapeChecks checks, AdjointMethod adjoint) {
        this.derived = derived;
        this.members = members;
        this.checks = checks;
        this.adjoint = adjoint;
        this.method = adjoint.source();
        this.name = derived.protocol().name(method.key());
        this.isHelper = method.role() == Method.Role.HELPER;
    }

    /** The name of the recording half of a method that writes its arguments. */
    static String inPlace(String name) {
        return Protocol.record(name) + "InPlace";
    }

    void addTo(TypeSpec.Builder type) {
        boolean inPlace = !isHelper && derived.writesArguments(method);
        type.addMethod(record(inPlace));
        if (inPlace) {
            type.addMethod(refusal());
        }
        type.addMethod(reverse());
    }

    private MethodSpec record(boolean inPlace) {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(inPlace ? inPlace(name) : Protocol.record(name))
                .addModifiers(isHelper || inPlace ? Modifier.PRIVATE : Modifier.PUBLIC)
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(adjoint.parameters(), names));
        if (!isHelper) {
            if (!inPlace) {
                spec.addJavadoc("For generated code: {@code $L} as part of a larger record.\n", name);
            }
            spec.addCode(checks.of(method, names));
            // a caller that has no use for the derivative with respect to an argument gives null
            spec.addCode(StatementPrinter.printStandIns(adjoint.standIns(), names, true));
        }
        spec.addCode(StatementPrinter.print(adjoint.forward(), names));
        if (members.isGradient()) {
            addNotes(spec, names);
        }
        return Signatures.returning(spec, method, names).build();
    }

    /** Tells whoever watches what arrays and matrices of numbers the method returns. */
    private void addNotes(MethodSpec.Builder spec, LocalNames names) {
        for (Method.Result result : method.results()) {
            Variable returned = result.variable();
            if (returned.type().isReference() && returned.type().carriesDerivative()) {
                spec.addStatement(
                        "tape.results().returned(this, $S, $L)", method.name() + component(result), names.of(returned));
            }
        }
    }

    private static String component(Method.Result result) {
        String part = result.part();
        return part.isEmpty() ? "" : "." + Character.toLowerCase(part.charAt(0)) + part.substring(1);
    }

    private MethodSpec refusal() {
        LocalNames names = new LocalNames();
        return MethodSpec.methodBuilder(Protocol.record(name))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For generated code: refuses, because the method writes into its arguments.\n")
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(adjoint.parameters(), names))
                .addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        members.modelName() + "." + method.name()
                                + " writes into an argument, so another differentiable class cannot call it. Let it return a"
                                + " new array or matrix instead; gradients reuse its memory.")
                .build();
    }

    private MethodSpec reverse() {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.reverse(name))
                .addModifiers(isHelper ? Modifier.PRIVATE : Modifier.PUBLIC)
                .addParameters(Signatures.parameters(adjoint.reverseParameters(), names));
        if (!isHelper) {
            spec.addJavadoc("For generated code: the reverse of {@link #$L}.\n", Protocol.record(name));
        }
        return spec.addCode(StatementPrinter.print(adjoint.reverse(), names)).build();
    }
}
