package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Expression.DerivativeField.Which;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import javax.lang.model.element.Modifier;

/** Lays out the class of second derivatives of a unit: the gradient class with a tangent beside everything. */
public final class HessianClass {

    private final Derived derived;
    private final Unit unit;
    private final Members members;
    private final TypeSpec.Builder type;

    private HessianClass(Derived derived) {
        this.derived = derived;
        this.unit = derived.unit();
        this.members = new Members(derived, Protocol.HESSIAN);
        this.type = TypeSpec.classBuilder(members.self());
    }

    /** The class of second derivatives of a unit. */
    public static TypeSpec.Builder of(Derived derived) {
        return new HessianClass(derived).build();
    }

    private TypeSpec.Builder build() {
        type.addModifiers(Modifier.FINAL).addSuperinterface(Names.HESSIAN);
        members.addContracts(type);
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc("""
                Second derivatives of {@code $L}, as products of the Hessian and a direction. Beside each parameter it holds the
                derivative with respect to it, the direction in which it moves, and the part of the product that belongs to it;
                the direction of each argument is given beside it, null for one that stays as it is.

                <p>Gradients and products of parameters accumulate; {@link #zero()} clears both and leaves directions as they are. An
                object serves one thread at a time and allocates nothing once it has seen the largest shapes.
                """, members.modelName());
        members.addFields(type, "The derivative with respect to");
        for (String list : new String[] {"parameters", "directions", "products"}) {
            type.addField(Names.PARAMETERS, list, Modifier.PRIVATE, Modifier.FINAL);
        }
        ShapeChecks checks = new ShapeChecks(unit, members.modelName());
        checks.addField(type);
        addRemembered();
        type.addMethod(members.constructor()
                .addCode(members.parameterList())
                .addCode(members.parameterList("directions", Which.DIRECTION, "addDirections"))
                .addCode(members.parameterList("products", Which.PRODUCT, "addProducts"))
                .build());
        type.addMethods(members.factories("Hessian"));
        addListMethods();
        for (AdjointMethod adjoint : derived.secondOrder()) {
            if (adjoint.source().role() != Method.Role.HELPER) {
                new HessianApi(derived, members, adjoint).addTo(type);
            }
        }
        for (AdjointMethod adjoint : derived.secondOrder()) {
            new RecordMethods(derived, members, checks, adjoint).addTo(type);
        }
        derived.inactive().forEach(method -> type.addMethod(PrimalMethods.of(derived, method)));
        return type;
    }

    private void addListMethods() {
        type.addMethod(Members.parameters());
        type.addMethod(Members.list("directions"));
        type.addMethod(Members.list("products"));
        type.addMethod(MethodSpec.methodBuilder("zero")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .addStatement("parameters.zeroGradients()")
                .addStatement("products.zeroGradients()")
                .build());
    }

    /** The fields that keep what callers and the second half of a derivative ask for, each with its tangent. */
    private void addRemembered() {
        Remembering fields = new Remembering();
        for (AdjointMethod adjoint : derived.secondOrder()) {
            Method method = adjoint.source();
            for (Method.Parameter parameter : method.parameters()) {
                if (method.role() != Method.Role.HELPER && parameter.isActive()) {
                    Variable variable = parameter.variable();
                    String gradient = Protocol.argument(method.stem(), variable.name());
                    fields.add(gradient, variable.type());
                    fields.add(Protocol.product(gradient), variable.type());
                }
            }
            fields.add(adjoint.reverse());
            fields.add(adjoint.forward());
        }
        derived.inactive().forEach(method -> fields.add(PrimalMethods.body(derived, method)));
        fields.addTo(type);
    }
}
