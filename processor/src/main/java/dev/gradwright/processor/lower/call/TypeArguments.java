package dev.gradwright.processor.lower.call;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * What the type parameters of a generic method or class stand for in a call: the types of the arguments, or of what is wanted where no
 * argument tells. The method is read anew for each choice, so that a value of such a type is known by what it consists of.
 */
final class TypeArguments {

    private final Site site;
    private final List<? extends TypeParameterElement> parameters;
    private final Map<Element, List<Type>> found = new LinkedHashMap<>();
    private final Map<Element, Type> wanted = new HashMap<>();

    private TypeArguments(Site site, List<? extends TypeParameterElement> parameters) {
        this.site = site;
        this.parameters = parameters;
    }

    /** For a call of a method or constructor; an object that it is called on comes first among the arguments. */
    static Map<Element, Type> ofCall(
            Site site, Tree tree, ExecutableElement method, List<Expression> given, Optional<Type> wanted) {
        TypeArguments own = new TypeArguments(site, method.getTypeParameters());
        int first = given.size() - method.getParameters().size();
        own.unifyAll(method, given.subList(first, given.size()));
        wanted.ifPresent(type -> own.want(method.getReturnType(), type));
        Map<Element, Type> bindings = own.chosen(tree, method.getSimpleName().toString());
        if (first == 1 && given.get(0).type() instanceof Type.Composite self) {
            bindings.putAll(ofObject((TypeElement) method.getEnclosingElement(), self));
        }
        return bindings;
    }

    /** For the code of a generic record or small class. */
    static Map<Element, Type> ofObject(TypeElement owner, Type.Composite self) {
        Map<Element, Type> bindings = new LinkedHashMap<>();
        for (int i = 0; i < self.arguments().size(); i++) {
            bindings.put(
                    owner.getTypeParameters().get(i),
                    number(self.arguments().get(i).type()));
        }
        return bindings;
    }

    /** The type of {@code new Pair<>(...)}, by the arguments of the constructor. */
    static Optional<Type.Composite> ofDiamond(
            Site site, Tree tree, TypeElement owner, ExecutableElement constructor, List<Expression> given) {
        TypeArguments arguments = new TypeArguments(site, owner.getTypeParameters());
        arguments.unifyAll(constructor, given);
        Map<Element, Type> bindings = arguments.chosen(tree, "new " + owner.getSimpleName());
        return site.with(bindings)
                .irTypes()
                .of(owner.asType())
                .filter(Type.Composite.class::isInstance)
                .map(Type.Composite.class::cast);
    }

    private void unifyAll(ExecutableElement method, List<Expression> given) {
        for (int i = 0; i < given.size(); i++) {
            boolean isOpen =
                    given.get(i) instanceof Expression.Null || given.get(i).type() instanceof Type.Closure;
            if (!isOpen) {
                unify(method.getParameters().get(i).asType(), given.get(i).type());
            }
        }
    }

    /** Takes what is wanted of the result for a type parameter that the arguments do not tell. */
    private void want(TypeMirror result, Type type) {
        if (result instanceof TypeVariable variable && type != Type.VOID) {
            wanted.put(variable.asElement(), boxed(type));
        }
    }

    private void unify(TypeMirror parameter, Type type) {
        if (parameter instanceof TypeVariable variable && parameters.contains(variable.asElement())) {
            found.computeIfAbsent(variable.asElement(), key -> new ArrayList<>())
                    .add(boxed(type));
        } else if (parameter instanceof ArrayType array && type instanceof Type.ArrayOf given) {
            unify(array.getComponentType(), given.element());
        } else if (parameter instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()
                && site.irTypes().mirror(type) instanceof DeclaredType given) {
            supertype(given, declared.asElement()).ifPresent(matching -> unifyArguments(declared, matching));
        }
    }

    private void unifyArguments(DeclaredType parameter, DeclaredType given) {
        for (int i = 0; i < given.getTypeArguments().size(); i++) {
            TypeMirror own = parameter.getTypeArguments().get(i);
            site.irTypes()
                    .of(given.getTypeArguments().get(i))
                    .ifPresent(type -> unify(own, type.equals(IrTypes.BOXED_DOUBLE) ? Type.DOUBLE : type));
        }
    }

    private Optional<DeclaredType> supertype(TypeMirror type, Element wanted) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        } else if (declared.asElement().equals(wanted)) {
            return Optional.of(declared);
        }
        return site.compiler().types().directSupertypes(type).stream()
                .flatMap(parent -> supertype(parent, wanted).stream())
                .findFirst();
    }

    /** One type for each parameter; its bound for one of which nothing is known. */
    private Map<Element, Type> chosen(Tree tree, String name) {
        Map<Element, Type> bindings = new LinkedHashMap<>();
        for (TypeParameterElement parameter : parameters) {
            List<Type> candidates =
                    found.getOrDefault(parameter, List.of()).stream().distinct().toList();
            Optional<Type> type = Stream.concat(
                            candidates.stream(), Optional.ofNullable(wanted.get(parameter)).stream())
                    .filter(candidate -> candidates.stream().allMatch(other -> isSubtype(other, candidate)))
                    .findFirst();
            if (candidates.isEmpty() && type.isEmpty()) {
                type = site.irTypes().of(site.compiler().types().erasure(parameter.asType()));
            }
            bindings.put(parameter, type.orElseThrow(() -> site.refuse(tree, Message.TYPE_ARGUMENTS, name)));
        }
        return bindings;
    }

    private boolean isSubtype(Type type, Type other) {
        Types types = site.compiler().types();
        boolean isNumber = type == Type.DOUBLE || other == Type.DOUBLE;
        return type.equals(other)
                || !isNumber
                        && types.isSubtype(
                                site.irTypes().mirror(type), site.irTypes().mirror(other));
    }

    /** A number as a type argument: a {@code double} stays one, because it may carry a derivative; others are objects. */
    private Type boxed(Type type) {
        return type == Type.DOUBLE || !(type instanceof Type.Simple) || type == Type.STRING
                ? type
                : site.irTypes()
                        .of(site.compiler()
                                .types()
                                .boxedClass((javax.lang.model.type.PrimitiveType)
                                        site.irTypes().mirror(type))
                                .asType())
                        .orElseThrow();
    }

    private static Type number(Type type) {
        return type.equals(IrTypes.BOXED_DOUBLE) ? Type.DOUBLE : type;
    }
}
