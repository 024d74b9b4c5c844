package dev.gradwright.processor.resolve;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Type.Opaque.Variance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Between the compiler's types and those of the intermediate representation. */
public final class IrTypes {

    private static final String EJML = "org.ejml.";
    private static final String MATRIX = "org.ejml.data.DMatrixRMaj";
    private static final String SIMPLE_MATRIX = Type.SIMPLE_MATRIX.name().canonicalName();
    private static final int LARGEST_RANK = 3;

    /** The class whose objects hold a {@code double}. */
    public static final Type BOXED_DOUBLE = new Type.Opaque(ClassRef.of("java.lang", "Double"), List.of());

    private static final Set<String> MATRIX_SUPERTYPES = Set.of(
            "org.ejml.data.DMatrix1Row",
            "org.ejml.data.DMatrixD1",
            "org.ejml.data.DMatrix",
            "org.ejml.data.Matrix",
            "org.ejml.simple.ConstMatrix",
            "org.ejml.simple.SimpleBase",
            SIMPLE_MATRIX);

    private final Elements elements;
    private final Types types;
    private final CompositeTypes composites;
    private final Map<Element, Type> bindings;

    public IrTypes(Elements elements, Types types) {
        this(elements, types, type -> false, Map.of());
    }

    /**
     * @param isFollowed says of which classes the bodies of methods are read: those can be taken apart though they are no records
     * @param bindings what type parameters stand for
     */
    public IrTypes(Elements elements, Types types, Predicate<TypeElement> isFollowed, Map<Element, Type> bindings) {
        this.elements = elements;
        this.types = types;
        this.composites = new CompositeTypes(this, types, isFollowed);
        this.bindings = bindings;
    }

    /** A type that differentiable code can handle; empty for any other. */
    public Optional<Type> of(TypeMirror mirror) {
        return switch (mirror.getKind()) {
            case DOUBLE -> Optional.of(Type.DOUBLE);
            case INT -> Optional.of(Type.INT);
            case LONG -> Optional.of(Type.LONG);
            case BOOLEAN -> Optional.of(Type.BOOLEAN);
            case CHAR -> Optional.of(Type.CHAR);
            case BYTE -> Optional.of(Type.BYTE);
            case SHORT -> Optional.of(Type.SHORT);
            case VOID -> Optional.of(Type.VOID);
            case ARRAY -> array((ArrayType) mirror);
            case DECLARED -> declared((DeclaredType) mirror);
            case TYPEVAR -> bound((TypeVariable) mirror).or(() -> of(types.erasure(mirror)));
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
        } else if (type instanceof Type.Composite composite) {
            return mirror(composite.name(), composite.arguments());
        } else if (type instanceof Type.Opaque opaque) {
            return mirror(opaque.name(), opaque.arguments());
        } else if (type instanceof Type.Closure closure) {
            return mirror(closure.contract().orElseThrow());
        } else if (type instanceof Type.Derivative) {
            throw new IllegalArgumentException("a generated type has no mirror yet: " + type);
        }
        return switch ((Type.Simple) type) {
            case DOUBLE -> types.getPrimitiveType(TypeKind.DOUBLE);
            case INT -> types.getPrimitiveType(TypeKind.INT);
            case LONG -> types.getPrimitiveType(TypeKind.LONG);
            case BOOLEAN -> types.getPrimitiveType(TypeKind.BOOLEAN);
            case CHAR -> types.getPrimitiveType(TypeKind.CHAR);
            case BYTE -> types.getPrimitiveType(TypeKind.BYTE);
            case SHORT -> types.getPrimitiveType(TypeKind.SHORT);
            case STRING -> elements.getTypeElement("java.lang.String").asType();
            case VOID -> types.getNoType(TypeKind.VOID);
        };
    }

    private TypeMirror mirror(ClassRef name, List<Type.Opaque.Argument> arguments) {
        return types.getDeclaredType(
                elements.getTypeElement(name.canonicalName()),
                arguments.stream().map(this::mirror).toArray(TypeMirror[]::new));
    }

    private TypeMirror mirror(Type.Opaque.Argument argument) {
        TypeMirror bound = mirror(argument.type());
        return switch (argument.variance()) {
            case EXACT -> bound;
            case EXTENDS -> types.getWildcardType(bound, null);
            case SUPER -> types.getWildcardType(null, bound);
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

    /** Which arrays are supported: of numbers, booleans, matrices, texts and objects, up to three indices, and of differentiable objects. */
    private static boolean isElement(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return array.rank() < LARGEST_RANK && !(array.leaf() instanceof Type.Model);
        }
        return type != Type.VOID;
    }

    private Optional<Type> declared(DeclaredType mirror) {
        TypeElement type = (TypeElement) mirror.asElement();
        String name = type.getQualifiedName().toString();
        if (name.equals(MATRIX)) {
            return Optional.of(Type.MATRIX);
        } else if (name.equals(SIMPLE_MATRIX)) {
            return Optional.of(Type.SIMPLE_MATRIX);
        } else if (FixedMatrix.named(name).isPresent()) {
            return FixedMatrix.named(name).map(FixedMatrix::type);
        } else if (name.equals("java.lang.String")) {
            return Optional.of(Type.STRING);
        } else if (Annotations.isDifferentiable(type)) {
            return Optional.of(new Type.Model(name(type)));
        }
        boolean isUnsupported = name.startsWith(EJML) || composites.isOpen(mirror);
        return composites.of(mirror).or(() -> isUnsupported ? Optional.empty() : opaque(mirror, type));
    }

    /** A class that no derivative flows through; nothing if its type arguments cannot be written down. */
    private Optional<Type> opaque(DeclaredType mirror, TypeElement type) {
        if (type.getQualifiedName().isEmpty()) {
            return Optional.empty();
        }
        return arguments(mirror).map(arguments -> new Type.Opaque(name(type), arguments));
    }

    /** The type arguments of a class; nothing if one of them cannot be written down. */
    Optional<List<Type.Opaque.Argument>> arguments(DeclaredType mirror) {
        List<Type.Opaque.Argument> arguments = new ArrayList<>();
        for (TypeMirror argument : mirror.getTypeArguments()) {
            Optional<Type.Opaque.Argument> known = argument(argument);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(known.get());
        }
        return Optional.of(arguments);
    }

    /** What a type parameter stands for, where that is known. */
    private Optional<Type> bound(TypeVariable variable) {
        return Optional.ofNullable(bindings.get(variable.asElement()));
    }

    private Optional<Type.Opaque.Argument> argument(TypeMirror mirror) {
        if (mirror instanceof WildcardType wildcard && wildcard.getSuperBound() != null) {
            return of(wildcard.getSuperBound()).map(type -> new Type.Opaque.Argument(Variance.SUPER, type));
        } else if (mirror instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            TypeMirror limit =
                    bound == null ? elements.getTypeElement("java.lang.Object").asType() : bound;
            return of(limit).map(type -> new Type.Opaque.Argument(Variance.EXTENDS, type));
        } else if (mirror instanceof TypeVariable variable && bound(variable).isPresent()) {
            Type type = bound(variable).get();
            return Optional.of(new Type.Opaque.Argument(Variance.EXACT, type == Type.DOUBLE ? BOXED_DOUBLE : type));
        } else if (mirror instanceof TypeVariable variable) {
            // what a wildcard was captured as
            return of(types.erasure(variable)).map(type -> new Type.Opaque.Argument(Variance.EXTENDS, type));
        }
        return of(mirror).map(type -> new Type.Opaque.Argument(Variance.EXACT, type));
    }

    private boolean isMatrixLike(TypeMirror erased) {
        return erased.getKind() == TypeKind.DECLARED
                && types.asElement(erased) instanceof TypeElement type
                && (type.getQualifiedName().contentEquals(MATRIX)
                        || MATRIX_SUPERTYPES.contains(type.getQualifiedName().toString()));
    }
}
