package dev.gradwright.processor.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * What a method returns where it is called: its declared type with the receiver's type arguments in it, and with its own type
 * parameters as they follow from the arguments. Simpler than the rules of JLS 18, and silent where those would be needed.
 */
public final class Inference {

    private final Types types;

    public Inference(Types types) {
        this.types = types;
    }

    /** The type of a call; empty if it does not follow from receiver and arguments alone. */
    public Optional<TypeMirror> result(
            ExecutableElement method, Optional<TypeMirror> receiver, List<TypeMirror> arguments) {
        ExecutableType type = (ExecutableType) receiver.map(types::capture)
                .map(captured -> types.asMemberOf((DeclaredType) captured, method))
                .orElseGet(method::asType);
        Map<Element, TypeMirror> bindings = new HashMap<>();
        boolean isConsistent = true;
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        for (int i = 0; i < arguments.size(); i++) {
            isConsistent &= bind(parameter(method, parameters, arguments, i), arguments.get(i), bindings);
        }
        List<? extends TypeParameterElement> own = method.getTypeParameters();
        boolean isBound = own.stream().allMatch(bindings::containsKey);
        boolean isNeeded = own.stream().anyMatch(parameter -> mentions(type.getReturnType(), parameter));
        if (!isNeeded) {
            return Optional.of(type.getReturnType());
        }
        return isConsistent && isBound ? Optional.of(substitute(type.getReturnType(), bindings)) : Optional.empty();
    }

    /** The type of {@code new Pair<>(...)}; empty if it does not follow from the arguments alone. */
    public Optional<TypeMirror> made(TypeElement owner, ExecutableElement constructor, List<TypeMirror> arguments) {
        Map<Element, TypeMirror> bindings = new HashMap<>();
        boolean isConsistent = true;
        for (int i = 0; i < arguments.size(); i++) {
            isConsistent &= bind(constructor.getParameters().get(i).asType(), arguments.get(i), bindings);
        }
        boolean isBound = owner.getTypeParameters().stream().allMatch(bindings::containsKey);
        return isConsistent && isBound ? Optional.of(substitute(owner.asType(), bindings)) : Optional.empty();
    }

    /** The type of the parameter that an argument goes to: of the last parameter's elements, where there are more arguments. */
    private static TypeMirror parameter(
            ExecutableElement method, List<? extends TypeMirror> parameters, List<TypeMirror> arguments, int index) {
        int last = parameters.size() - 1;
        boolean isSpread = method.isVarArgs()
                && index >= last
                && !(arguments.size() == parameters.size()
                        && arguments.get(last).getKind() == TypeKind.ARRAY);
        return isSpread ? ((ArrayType) parameters.get(last)).getComponentType() : parameters.get(index);
    }

    private boolean bind(TypeMirror parameter, TypeMirror argument, Map<Element, TypeMirror> bindings) {
        if (parameter instanceof TypeVariable variable) {
            return bind(variable.asElement(), boxed(argument), bindings);
        } else if (parameter instanceof ArrayType array && argument instanceof ArrayType given) {
            return bind(array.getComponentType(), given.getComponentType(), bindings);
        } else if (parameter instanceof WildcardType wildcard) {
            TypeMirror bound =
                    wildcard.getExtendsBound() == null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
            return bound == null || bind(bound, argument, bindings);
        } else if (parameter instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return supertype(argument, declared.asElement())
                    .map(found -> bindAll(declared.getTypeArguments(), found.getTypeArguments(), bindings))
                    .orElse(true);
        }
        return true;
    }

    private boolean bindAll(
            List<? extends TypeMirror> parameters,
            List<? extends TypeMirror> arguments,
            Map<Element, TypeMirror> bindings) {
        boolean isConsistent = parameters.size() == arguments.size();
        for (int i = 0; isConsistent && i < parameters.size(); i++) {
            isConsistent = bind(parameters.get(i), arguments.get(i), bindings);
        }
        return isConsistent;
    }

    private boolean bind(Element variable, TypeMirror argument, Map<Element, TypeMirror> bindings) {
        TypeMirror known = bindings.get(variable);
        if (known == null) {
            bindings.put(variable, argument);
            return argument.getKind() == TypeKind.DECLARED
                    || argument.getKind() == TypeKind.ARRAY
                    || argument.getKind() == TypeKind.TYPEVAR;
        }
        return types.isSameType(known, argument);
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** The supertype of a type that is of a class. */
    private Optional<DeclaredType> supertype(TypeMirror type, Element wanted) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        } else if (declared.asElement().equals(wanted)) {
            return Optional.of(declared);
        }
        return types.directSupertypes(type).stream()
                .flatMap(parent -> supertype(parent, wanted).stream())
                .findFirst();
    }

    private static boolean mentions(TypeMirror type, Element variable) {
        if (type instanceof TypeVariable named) {
            return named.asElement().equals(variable);
        } else if (type instanceof ArrayType array) {
            return mentions(array.getComponentType(), variable);
        } else if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && mentions(wildcard.getExtendsBound(), variable)
                    || wildcard.getSuperBound() != null && mentions(wildcard.getSuperBound(), variable);
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> mentions(argument, variable));
    }

    private TypeMirror substitute(TypeMirror type, Map<Element, TypeMirror> bindings) {
        if (type instanceof TypeVariable named) {
            return bindings.getOrDefault(named.asElement(), type);
        } else if (type instanceof ArrayType array) {
            return types.getArrayType(substitute(array.getComponentType(), bindings));
        } else if (type instanceof WildcardType wildcard) {
            return types.getWildcardType(
                    wildcard.getExtendsBound() == null ? null : substitute(wildcard.getExtendsBound(), bindings),
                    wildcard.getSuperBound() == null ? null : substitute(wildcard.getSuperBound(), bindings));
        } else if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return types.getDeclaredType(
                    (TypeElement) declared.asElement(),
                    declared.getTypeArguments().stream()
                            .map(argument -> substitute(argument, bindings))
                            .toArray(TypeMirror[]::new));
        }
        return type;
    }
}
