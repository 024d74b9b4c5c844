package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import javax.lang.model.element.Modifier;

/** Lays out the gradient class of a unit. */
public final class GradientClass {

    private final Derived derived;
    private final Unit unit;
    private final Members members;
    private final TypeSpec.Builder type;

    private GradientClass(Derived derived) {
        this.derived = derived;
        this.unit = derived.unit();
        this.members = new Members(derived, Protocol.GRADIENT);
        this.type = TypeSpec.classBuilder(members.self());
    }

    /** The gradient class of a unit. */
    public static TypeSpec.Builder of(Derived derived) {
        return new GradientClass(derived).build();
    }

    private TypeSpec.Builder build() {
        type.addModifiers(Modifier.FINAL).addSuperinterface(Names.GRADIENT);
        members.addContracts(type);
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc("""
                The gradient of {@code $L}: it has the shape of its model and holds, beside each parameter, the derivative with
                respect to it.

                <p>A forward method records, the backward method of the same name consumes the record and adds to the gradient;
                {@link #zero()} clears it. Arguments, parameters and results must stay as they are between the two. An object serves one
                thread at a time and allocates nothing once it has seen the largest shapes; what a forward method returns is valid
                until the next one.
                """, members.modelName());
        members.addFields(type, "The derivative with respect to");
        type.addField(Names.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL);
        ShapeChecks checks = new ShapeChecks(unit, members.modelName());
        checks.addField(type);
        addRemembered();
        type.addMethod(members.constructor().addCode(members.parameterList()).build());
        type.addMethods(members.factories("gradient"));
        if (unit.hasModel()) {
            type.addMethod(MethodSpec.methodBuilder("model")
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("The model this is the gradient of.\n")
                    .returns(Names.of(unit.name()))
                    .addStatement("return model")
                    .build());
        }
        addGradientMethods();
        for (AdjointMethod adjoint : derived.adjoints()) {
            if (adjoint.source().role() != Method.Role.HELPER) {
                new GradientApi(derived, members, checks, adjoint).addTo(type);
            }
        }
        for (AdjointMethod adjoint : derived.adjoints()) {
            new RecordMethods(derived, members, checks, adjoint).addTo(type);
        }
        derived.inactive().forEach(method -> type.addMethod(PrimalMethods.of(derived, method)));
        derived.runAgain().forEach(method -> type.addMethod(PrimalMethods.of(derived, method)));
        return type;
    }

    private void addGradientMethods() {
        type.addMethod(Members.parameters());
        type.addMethod(MethodSpec.methodBuilder("zero")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .addStatement("parameters.zeroGradients()")
                .build());
    }

    /** The fields that keep what callers and the second half of a derivative ask for. */
    private void addRemembered() {
        Remembering fields = new Remembering();
        for (AdjointMethod adjoint : derived.adjoints()) {
            Method method = adjoint.source();
            for (Method.Parameter parameter : method.parameters()) {
                if (method.role() != Method.Role.HELPER && parameter.isActive()) {
                    String name = parameter.variable().name();
                    fields.add(
                            Protocol.argument(method.stem(), name),
                            parameter.variable().type());
                }
            }
            fields.add(adjoint.reverse());
            fields.add(adjoint.forward());
        }
        derived.inactive().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        derived.runAgain().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        fields.addTo(type);
    }
}
