package dev.gradwright.processor.resolve;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Between the compiler's types and those of the intermediate representation. */
public final class IrTypes {

    private static final String MATRIX = "org.ejml.data.DMatrixRMaj";
    private static final int LARGEST_RANK = 3;
    private static final Set<String> MATRIX_SUPERTYPES = Set.of(
            "org.ejml.data.DMatrix1Row", "org.ejml.data.DMatrixD1", "org.ejml.data.DMatrix", "org.ejml.data.Matrix");

    private final Elements elements;
    private final Types types;

    public IrTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** A type that differentiable code can handle; empty for any other. */
    public Optional<Type> of(TypeMirror mirror) {
        return switch (mirror.getKind()) {
            case DOUBLE -> Optional.of(Type.DOUBLE);
            case INT -> Optional.of(Type.INT);
            case LONG -> Optional.of(Type.LONG);
            case BOOLEAN -> Optional.of(Type.BOOLEAN);
            case VOID -> Optional.of(Type.VOID);
            case ARRAY -> array((ArrayType) mirror);
            case DECLARED -> declared((TypeElement) types.asElement(mirror));
            default -> Optional.empty();
        };
    }

    /** The type of a library's parameter, where every class that a dense matrix extends stands for the matrix. */
    public Optional<Type> ofParameter(TypeMirror mirror) {
        TypeMirror erased = types.erasure(mirror);
        return isMatrixLike(erased) ? Optional.of(Type.MATRIX) : of(erased);
    }

    /** The compiler's type. */
    public TypeMirror mirror(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return types.getArrayType(mirror(array.element()));
        } else if (type instanceof Type.Matrix) {
            return elements.getTypeElement(MATRIX).asType();
        } else if (type instanceof Type.Model model) {
            return elements.getTypeElement(model.name().canonicalName()).asType();
        } else if (type instanceof Type.Derivative) {
            throw new IllegalArgumentException("a generated type has no mirror yet: " + type);
        }
        return switch ((Type.Simple) type) {
            case DOUBLE -> types.getPrimitiveType(TypeKind.DOUBLE);
            case INT -> types.getPrimitiveType(TypeKind.INT);
            case LONG -> types.getPrimitiveType(TypeKind.LONG);
            case BOOLEAN -> types.getPrimitiveType(TypeKind.BOOLEAN);
            case STRING -> elements.getTypeElement("java.lang.String").asType();
            case VOID -> types.getNoType(TypeKind.VOID);
        };
    }

    /** The name of a class. */
    public ClassRef name(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        while (!(element instanceof PackageElement)) {
            names.add(element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        Collections.reverse(names);
        return new ClassRef(((PackageElement) element).getQualifiedName().toString(), names);
    }

    private Optional<Type> array(ArrayType mirror) {
        Optional<Type> element = of(mirror.getComponentType());
        return element.filter(IrTypes::isElement).map(Type.ArrayOf::new);
    }

    /** Which arrays are supported: of numbers, booleans and matrices, up to three indices, and of differentiable objects. */
    private static boolean isElement(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return array.rank() < LARGEST_RANK && !(array.leaf() instanceof Type.Model);
        }
        return type instanceof Type.Matrix
                || type instanceof Type.Model
                || type != Type.STRING && type != Type.VOID && type instanceof Type.Simple;
    }

    private Optional<Type> declared(TypeElement type) {
        String name = type.getQualifiedName().toString();
        if (name.equals(MATRIX)) {
            return Optional.of(Type.MATRIX);
        } else if (name.equals("java.lang.String")) {
            return Optional.of(Type.STRING);
        }
        return Annotations.isDifferentiable(type) ? Optional.of(new Type.Model(name(type))) : Optional.empty();
    }

    private boolean isMatrixLike(TypeMirror erased) {
        return erased.getKind() == TypeKind.DECLARED
                && types.asElement(erased) instanceof TypeElement type
                && (type.getQualifiedName().contentEquals(MATRIX)
                        || MATRIX_SUPERTYPES.contains(type.getQualifiedName().toString()));
    }
}
