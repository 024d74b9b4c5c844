package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.TangentMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.ArrayTypeName;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Lays out the class of a unit whose forward sweeps carry several directions: the tangent class with several of each tangent. */
public final class JacobianColumnsClass {

    private final Derived derived;
    private final Unit unit;
    private final Members members;
    private final LaneAccessors accessors;
    private final TypeSpec.Builder type;

    private JacobianColumnsClass(Derived derived) {
        this.derived = derived;
        this.unit = derived.unit();
        this.members = new Members(derived, Protocol.JACOBIAN_COLUMNS);
        this.accessors = new LaneAccessors(members.self().simpleName(), "direction", unit.seeds());
        this.type = TypeSpec.classBuilder(members.self());
    }

    /** The class of a unit. */
    public static TypeSpec.Builder of(Derived derived) {
        return new JacobianColumnsClass(derived).build();
    }

    private TypeSpec.Builder build() {
        type.addModifiers(Modifier.FINAL).addSuperinterface(Names.COLUMNS);
        members.addContracts(type);
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc("""
                Tangents of {@code $1L} in $2L directions at once, which gives $2L columns of a Jacobian, or combinations of columns. The
                fields hold the directions in the space of parameters; those of each argument are given beside it, null for an
                array or matrix that stays as it is.

                <p>An object serves one thread at a time.
                """, members.modelName(), unit.seeds());
        members.addFields(type, "The directions of");
        type.addField(ArrayTypeName.of(Names.PARAMETERS), "parameters", Modifier.PRIVATE, Modifier.FINAL);
        Remembering fields = new Remembering();
        derived.columns().forEach(tangent -> fields.add(tangent.body()));
        derived.inactive().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        fields.addTo(type);
        type.addMethod(members.constructor()
                .addCode(members.parameterLanes("direction"))
                .build());
        type.addMethods(members.factories("sweeps in several directions"));
        type.addMethod(MethodSpec.methodBuilder("directions")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $L", unit.seeds())
                .build());
        type.addMethod(Members.parametersFor("direction"));
        for (TangentMethod tangent : derived.columns()) {
            if (tangent.source().role() != Method.Role.HELPER) {
                addFace(tangent);
            }
            type.addMethod(TangentClass.push(derived, tangent));
        }
        derived.inactive().forEach(method -> type.addMethod(PrimalMethods.of(derived, method)));
        return type;
    }

    private void addFace(TangentMethod tangent) {
        Method method = tangent.source();
        type.addMethods(Signatures.resultParts(method));
        for (Method.Result result : method.results()) {
            Type resultType = result.variable().type();
            if (resultType.carriesDerivative()) {
                String dot = Protocol.resultDot(method.stem(), result.part());
                CodeBlock javadoc = CodeBlock.of(
                        "The derivative of what {@code $L} has last returned, in one of the directions it was given.\n",
                        method.name());
                type.addMethod(accessors.byNumber(dot, resultType, method.name(), javadoc));
                type.addMethods(
                        accessors.byName(dot, resultType, "the tangent of what was returned by", method.name()));
            }
        }
        type.addMethod(TangentClass.forward(derived, members, tangent));
        if (!Type.isTakenApart(method.face().result()) && !derived.writesArguments(method)) {
            JacobianApi.onlyArgument(method).ifPresent(argument -> type.addMethod(columns(method, argument)));
        }
    }

    private MethodSpec columns(Method method, Variable argument) {
        LocalNames names = new LocalNames();
        List<Variable> variables = Signatures.variables(method);
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.jacobianColumns(method.name()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Columns of the Jacobian of {@code $L} with respect to {@code $L}, or combinations of columns: for each direction
                        the product of the Jacobian and the direction, $L of them by each sweep. Unit vectors as directions give columns.
                        """, method.name(), argument.name(), unit.seeds())
                .returns(Names.of(Type.DOUBLE_ROWS))
                .addParameters(Signatures.parameters(variables, names));
        Variable directions = new Variable("directions", Type.DOUBLE_ROWS);
        spec.addParameters(Signatures.parameters(List.of(directions), names));
        String all = names.of(directions);
        String columns = names.declare(new Variable("columns", Type.DOUBLE_ROWS));
        String i = names.declare(new Variable("i", Type.INT));
        String k = names.declare(new Variable("k", Type.INT));
        List<CodeBlock> arguments = new ArrayList<>();
        for (Variable variable : variables) {
            arguments.add(CodeBlock.of("$L", names.of(variable)));
            if (variable == argument) {
                arguments.add(CodeBlock.of("$L[$L]", all, i));
                IntStream.range(1, unit.seeds())
                        .mapToObj(lane -> CodeBlock.of("$1L + $2L < $3L.length ? $3L[$1L + $2L] : null", i, lane, all))
                        .forEach(arguments::add);
            }
        }
        return spec.addStatement("double[][] $L = new double[$L.length][]", columns, all)
                .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L += $3L)", i, all, unit.seeds())
                .addStatement("$L($L)", method.name(), CodeBlock.join(arguments, ", "))
                .beginControlFlow(
                        "for (int $1L = 0; $1L < $2L && $3L + $1L < $4L.length; $1L++)", k, unit.seeds(), i, all)
                .addStatement("$1L[$2L + $3L] = $4L($3L).clone()", columns, i, k, Protocol.resultDot(method.stem(), ""))
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $L", columns)
                .build();
    }
}
