package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.ArrayTypeName;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.ParameterizedTypeName;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.WildcardTypeName;
import java.util.List;

/** The names that generated code uses of the runtime and of EJML. A test proves that each exists. */
public final class Names {

    public static final ClassName TAPE = ClassName.get("dev.gradwright.tape", "Tape");
    public static final ClassName SHADOWS = ClassName.get("dev.gradwright.tape", "Shadows");
    public static final ClassName SEEDS = ClassName.get("dev.gradwright.tape", "Seeds");
    public static final ClassName SHARING = ClassName.get("dev.gradwright.tape", "Sharing");
    public static final ClassName SLOPES = ClassName.get("dev.gradwright.tape", "Slopes");
    public static final ClassName IMPLEMENTATIONS = ClassName.get("dev.gradwright.tape", "Implementations");
    public static final ClassName SHAPES = ClassName.get("dev.gradwright.shape", "Shapes");
    public static final ClassName GRADIENT = ClassName.get("dev.gradwright", "Gradient");
    public static final ClassName HESSIAN = ClassName.get("dev.gradwright", "Hessian");
    public static final ClassName ROWS = ClassName.get("dev.gradwright", "JacobianRows");
    public static final ClassName COLUMNS = ClassName.get("dev.gradwright", "JacobianColumns");
    public static final ClassName TANGENT = ClassName.get("dev.gradwright", "Tangent");
    public static final ClassName GRADIENT_CHECK = ClassName.get("dev.gradwright.check", "GradientCheck");
    public static final ClassName PARAMETERS = ClassName.get("dev.gradwright", "Parameters");
    public static final ClassName GENERATED_GRADIENT = ClassName.get("dev.gradwright", "GeneratedGradient");
    public static final ClassName MISSING_RULE = ClassName.get("dev.gradwright", "MissingRuleException");
    public static final ClassName MATRIX = ClassName.get("org.ejml.data", "DMatrixRMaj");

    private Names() {}

    /** A class by its name. */
    public static ClassName of(ClassRef name) {
        return new ClassName(name.packageName(), name.simpleNames());
    }

    /** A type of the intermediate representation. */
    public static TypeName of(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof Type.Matrix) {
            return MATRIX;
        } else if (type instanceof Type.Model model) {
            return of(model.name());
        } else if (type instanceof Type.Composite composite) {
            return of(composite.name(), composite.arguments());
        } else if (type instanceof Type.Derivative derivative) {
            return of(derivative.name());
        } else if (type instanceof Type.Opaque opaque) {
            return of(opaque.name(), opaque.arguments());
        }
        return switch ((Type.Simple) type) {
            case DOUBLE -> TypeName.DOUBLE;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case BOOLEAN -> TypeName.BOOLEAN;
            case CHAR -> TypeName.CHAR;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case STRING -> ClassName.get(String.class);
            case VOID -> TypeName.VOID;
        };
    }

    private static TypeName of(ClassRef name, List<Type.Opaque.Argument> arguments) {
        return arguments.isEmpty()
                ? of(name)
                : new ParameterizedTypeName(
                        of(name), arguments.stream().map(Names::of).toList());
    }

    private static TypeName of(Type.Opaque.Argument argument) {
        return switch (argument.variance()) {
            case EXACT -> of(argument.type());
            case EXTENDS -> WildcardTypeName.subtypeOf(of(argument.type()));
            case SUPER -> WildcardTypeName.supertypeOf(of(argument.type()));
        };
    }
}
