package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.TangentMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Lays out the tangent class of a unit. */
public final class TangentClass {

    private final Derived derived;
    private final Members members;
    private final TypeSpec.Builder type;

    private TangentClass(Derived derived) {
        this.derived = derived;
        this.members = new Members(derived, Protocol.TANGENT);
        this.type = TypeSpec.classBuilder(members.self());
    }

    /** The tangent class of a unit. */
    public static TypeSpec.Builder of(Derived derived) {
        return new TangentClass(derived).build();
    }

    private TypeSpec.Builder build() {
        type.addModifiers(Modifier.FINAL).addSuperinterface(Names.TANGENT);
        members.addContracts(type);
        if (derived.unit().isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc("""
                The tangent (directional derivative, forward mode) of {@code $L}. Its fields hold the direction in the space of
                parameters; the direction of each argument is given beside it.

                <p>An object serves one thread at a time.
                """, members.modelName());
        members.addFields(type, "The direction of");
        type.addField(Names.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL);
        Remembering fields = new Remembering();
        derived.tangents().forEach(tangent -> fields.add(tangent.body()));
        derived.inactive().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        fields.addTo(type);
        type.addMethod(members.constructor().addCode(members.parameterList()).build());
        type.addMethods(members.factories("tangent"));
        type.addMethod(Members.parameters());
        for (TangentMethod tangent : derived.tangents()) {
            Method method = tangent.source();
            String name = derived.protocol().name(method.key());
            boolean isHelper = method.role() == Method.Role.HELPER;
            if (!isHelper) {
                type.addMethods(Signatures.resultParts(method));
                for (Method.Result result : method.results()) {
                    Type resultType = result.variable().type();
                    if (resultType.carriesDerivative()) {
                        type.addMethod(resultDot(name, Protocol.resultDot(name, result.part()), resultType));
                    }
                }
                type.addMethod(forward(derived, members, tangent));
                boolean isWhole = !Type.isTakenApart(method.face().result());
                if (isWhole) {
                    addColumns(method);
                }
            }
            type.addMethod(push(derived, tangent));
        }
        derived.inactive().forEach(method -> type.addMethod(PrimalMethods.noting(derived, method)));
        return type;
    }

    /** Columns need several runs at one point; a class that cannot repeat its runs still has what its interface promises. */
    private void addColumns(Method method) {
        JacobianApi jacobian = new JacobianApi(members, method);
        if (!derived.writesArguments(method)) {
            jacobian.addColumnsTo(type);
        } else if (!derived.unit().contracts().isEmpty()) {
            jacobian.addColumnsRefusalTo(type);
        }
    }

    /** The method that users call, which takes directions beside arguments. */
    static MethodSpec forward(Derived derived, Members members, TangentMethod tangent) {
        LocalNames names = new LocalNames();
        Method method = tangent.source();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Computes what {@code $L.$L} computes, and its derivative in the given direction: see {@link #$L}.\n",
                        members.modelName(),
                        method.name(),
                        Protocol.resultDot(
                                method.stem(), method.results().get(0).part()))
                .returns(Names.of(method.face().result()))
                .addParameters(Signatures.parameters(tangent.parameters(), names));
        spec.addStatement("tape.begin($S)", members.self().simpleName() + "." + method.name());
        new DistinctArguments(derived, members, method).addConstant(spec, names);
        CodeBlock arguments = Signatures.arguments(tangent.parameters(), names);
        CodeBlock call = CodeBlock.of("$L($L)", Protocol.tangent(method.stem()), arguments);
        CodeBlock value = Signatures.called(spec, call, method, names);
        return spec.addStatement("return $L", value).build();
    }

    /** The method that does the work, for other generated classes where it is not a helper's. */
    static MethodSpec push(Derived derived, TangentMethod tangent) {
        LocalNames names = new LocalNames();
        Method method = tangent.source();
        String name = derived.protocol().name(method.key());
        boolean isHelper = method.role() == Method.Role.HELPER;
        List<Variable> parameters = tangent.parameters();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.tangent(name))
                .addModifiers(isHelper ? Modifier.PRIVATE : Modifier.PUBLIC)
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(parameters, names));
        if (!isHelper) {
            spec.addJavadoc("For generated code: {@code $L} as part of a larger tangent.\n", name);
            spec.addCode(StatementPrinter.printStandIns(tangent.standIns(), names, false));
        }
        spec.addCode(StatementPrinter.print(tangent.body(), names));
        return Signatures.returning(spec, method, names).build();
    }

    private MethodSpec resultDot(String name, String dot, Type result) {
        return MethodSpec.methodBuilder(dot)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The derivative of what {@code $L} has last returned, in the direction it was given.\n", name)
                .returns(Names.of(result))
                .addStatement("return this.$L", Remembering.field(dot, result))
                .build();
    }
}
