package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Lays out what is generated for a differentiable interface: an interface that the classes generated for its implementations have
 * in common, and a factory that finds the right one for an object.
 */
public final class ContractInterface {

    /** What every gradient, tangent or Hessian has, or what is each class's own. */
    private static final Set<String> NOT_OF_THE_CONTRACT =
            Set.of("parameters", "directions", "products", "seeds", "zero", "model");

    private ContractInterface() {}

    /** The interface for the gradients of implementations. */
    public static TypeSpec.Builder gradient(Derived derived) {
        return of(derived.unit(), GradientClass.of(derived).build(), Protocol.GRADIENT, Names.GRADIENT);
    }

    /** The interface for the tangents of implementations. */
    public static TypeSpec.Builder tangent(Derived derived) {
        return of(derived.unit(), TangentClass.of(derived).build(), Protocol.TANGENT, Names.TANGENT);
    }

    /** The interface for the second derivatives of implementations. */
    public static TypeSpec.Builder hessian(Derived derived) {
        return of(derived.unit(), HessianClass.of(derived).build(), Protocol.HESSIAN, Names.HESSIAN);
    }

    /** The interface for the reverse sweeps of implementations that carry several seeds. */
    public static TypeSpec.Builder rows(Derived derived) {
        return of(derived.unit(), JacobianRowsClass.of(derived).build(), Protocol.JACOBIAN_ROWS, Names.ROWS);
    }

    /** The interface for the forward sweeps of implementations that carry several directions. */
    public static TypeSpec.Builder columns(Derived derived) {
        return of(derived.unit(), JacobianColumnsClass.of(derived).build(), Protocol.JACOBIAN_COLUMNS, Names.COLUMNS);
    }

    /** Strips the class that would be generated, were it no interface, of all but its face. */
    private static TypeSpec.Builder of(Unit unit, TypeSpec model, String suffix, ClassName common) {
        ClassName self = Names.of(unit.name().generated(suffix));
        String name = String.join(".", unit.name().simpleNames());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(self)
                .addSuperinterface(common)
                .addJavadoc(
                        "The $L of any implementation of {@code $L}.\n",
                        suffix.toLowerCase(java.util.Locale.ROOT),
                        name);
        unit.contracts().forEach(contract -> type.addSuperinterface(Names.of(contract.generated(suffix))));
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        model.methodSpecs().stream()
                .filter(method -> method.modifiers().contains(Modifier.PUBLIC)
                        && !method.modifiers().contains(Modifier.STATIC)
                        && !NOT_OF_THE_CONTRACT.contains(method.name()))
                .forEach(method -> type.addMethod(face(method)));
        return type.addMethod(factory(unit, self)).addMethod(factoryOnTape(unit, self, suffix));
    }

    private static MethodSpec face(MethodSpec method) {
        return MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(method.javadoc())
                .returns(method.returnType())
                .addParameters(method.parameters())
                .build();
    }

    private static MethodSpec factory(Unit unit, ClassName self) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Makes the one of a model, for use by one thread.\n")
                .addParameter(Names.of(unit.name()), "model")
                .returns(self)
                .addStatement("return of(model, new $T())", Names.TAPE)
                .build();
    }

    private static MethodSpec factoryOnTape(Unit unit, ClassName self, String suffix) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("For generated code: the one of a model on a tape, always the same one.\n")
                .addParameter(Names.of(unit.name()), "model")
                .addParameter(Names.TAPE, "tape")
                .returns(self)
                .addStatement(
                        "return $T.of(model, $T.class, $S, tape, $T.lookup())",
                        Names.IMPLEMENTATIONS,
                        self,
                        suffix,
                        MethodHandles.class)
                .build();
    }
}
