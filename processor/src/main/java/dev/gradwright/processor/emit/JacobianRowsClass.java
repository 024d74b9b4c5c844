package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.ArrayTypeName;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import javax.lang.model.element.Modifier;

/** Lays out the class of a unit whose reverse sweeps carry several seeds: the gradient class with several of each derivative. */
public final class JacobianRowsClass {

    private final Derived derived;
    private final Unit unit;
    private final Members members;
    private final TypeSpec.Builder type;

    private JacobianRowsClass(Derived derived) {
        this.derived = derived;
        this.unit = derived.unit();
        this.members = new Members(derived, Protocol.JACOBIAN_ROWS);
        this.type = TypeSpec.classBuilder(members.self());
    }

    /** The class of a unit. */
    public static TypeSpec.Builder of(Derived derived) {
        return new JacobianRowsClass(derived).build();
    }

    private TypeSpec.Builder build() {
        type.addModifiers(Modifier.FINAL).addSuperinterface(Names.ROWS);
        members.addContracts(type);
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc("""
                Gradients of {@code $1L} for $2L seeds at once: a reverse sweep carries all of them, which gives $2L rows of a Jacobian, or
                combinations of rows. Beside each parameter there are $2L derivatives with respect to it.

                <p>A forward method records, the backward method of the same name consumes the record. Derivatives with respect to
                parameters accumulate; {@link #zero()} clears them. Arguments, parameters and results must stay as they are between
                the two. An object serves one thread at a time and allocates nothing once it has seen the largest shapes.
                """, members.modelName(), unit.seeds());
        members.addFields(type, "For each seed the derivative with respect to");
        type.addField(ArrayTypeName.of(Names.PARAMETERS), "parameters", Modifier.PRIVATE, Modifier.FINAL);
        ShapeChecks checks = new ShapeChecks(unit, members.modelName());
        checks.addField(type);
        addRemembered();
        type.addMethod(
                members.constructor().addCode(members.parameterLanes("seed")).build());
        type.addMethods(members.factories("sweeps of several seeds"));
        type.addMethod(MethodSpec.methodBuilder("seeds")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $L", unit.seeds())
                .build());
        type.addMethod(Members.parametersFor("seed"));
        type.addMethod(MethodSpec.methodBuilder("zero")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .beginControlFlow("for (int seed = 0; seed < $L; seed++)", unit.seeds())
                .addStatement("parameters[seed].zeroGradients()")
                .endControlFlow()
                .build());
        for (AdjointMethod adjoint : derived.rows()) {
            if (adjoint.source().role() != Method.Role.HELPER) {
                new JacobianRowsApi(derived, members, adjoint).addTo(type);
            }
        }
        for (AdjointMethod adjoint : derived.rows()) {
            new RecordMethods(derived, members, checks, adjoint).addTo(type);
        }
        derived.inactive().forEach(method -> type.addMethod(PrimalMethods.of(derived, method)));
        return type;
    }

    /** The fields that keep what callers and the second half of a derivative ask for, for each seed. */
    private void addRemembered() {
        Remembering fields = new Remembering();
        for (AdjointMethod adjoint : derived.rows()) {
            Method method = adjoint.source();
            for (Method.Parameter parameter : method.parameters()) {
                for (int seed = 0;
                        method.role() != Method.Role.HELPER && parameter.isActive() && seed < unit.seeds();
                        seed++) {
                    String gradient = Protocol.argument(
                            method.stem(), parameter.variable().name());
                    fields.add(
                            Protocol.lane(gradient, seed), parameter.variable().type());
                }
            }
            fields.add(adjoint.reverse());
            fields.add(adjoint.forward());
        }
        derived.inactive().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        fields.addTo(type);
    }
}
