package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.declare.MethodSignature.Declared;
import dev.gradwright.processor.lower.object.Composites;
import dev.gradwright.processor.lower.object.FunctionalInterfaces;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads and checks the declarations of a differentiable class: the class itself and the signatures of its methods. */
public final class Declarations {

    /** What a method of the virtual machine takes at most; a long or double takes two. */
    private static final int MOST_SLOTS = 255;

    private final Site site;
    private final Composites composites;

    public Declarations(Site site) {
        this.site = site;
        this.composites = new Composites(site);
    }

    /** The same for methods whose type parameters stand for some types. */
    public Declarations with(Map<Element, Type> bindings) {
        return bindings.isEmpty() ? this : new Declarations(site.with(bindings));
    }

    /** Refuses a class that no gradient can be made for. */
    public void requireDifferentiable() {
        TypeElement type = site.type();
        if (type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.ANNOTATION_TYPE) {
            throw site.refuse(type, Message.INTERFACE, type.getSimpleName());
        } else if (!type.getTypeParameters().isEmpty()) {
            throw site.refuse(type, Message.GENERIC, type.getSimpleName());
        }
        for (Element outer = type; outer instanceof TypeElement nested; outer = outer.getEnclosingElement()) {
            if (nested.getModifiers().contains(Modifier.PRIVATE)) {
                throw site.refuse(type, Message.PRIVATE_CLASS, nested.getSimpleName());
            }
        }
        List<ExecutableElement> methods = differentiable();
        boolean hasObject = methods.stream().anyMatch(method -> !isStatic(method));
        boolean isInner = type.getEnclosingElement() instanceof TypeElement && !isStatic(type);
        if (hasObject && isInner && type.getKind() == ElementKind.CLASS) {
            throw site.refuse(type, Message.INNER_CLASS, type.getSimpleName());
        } else if (methods.isEmpty() && !hasOnlyTemplates()) {
            throw site.refuse(type, Message.NO_FORWARD, type.getSimpleName());
        }
    }

    /** Whether the class is an interface, whose implementations have the gradients. */
    public boolean isInterface() {
        return site.type().getKind() == ElementKind.INTERFACE;
    }

    /** Refuses a method that a subclass may override, for then its gradient may be another function's. */
    private void requireFinal(ExecutableElement method) {
        boolean isFinal = method.getModifiers().contains(Modifier.FINAL)
                || method.getModifiers().contains(Modifier.PRIVATE)
                || isStatic(method)
                || method.getKind() == ElementKind.CONSTRUCTOR
                || !method.getEnclosingElement().equals(site.type())
                || site.type().getModifiers().contains(Modifier.FINAL)
                || site.type().getKind() != ElementKind.CLASS;
        if (!isFinal) {
            throw site.refuse(
                    method,
                    Message.NOT_FINAL,
                    method.getSimpleName(),
                    site.type().getSimpleName());
        }
    }

    /** The methods that callers can differentiate, in source order. */
    public List<ExecutableElement> differentiable() {
        return ElementFilter.methodsIn(site.type().getEnclosedElements()).stream()
                .filter(Annotations::isDifferentiable)
                .filter(method -> !isTemplate(method))
                .toList();
    }

    /**
     * Whether a method takes a function of numbers. It has no gradient of its own, because that depends on the function; it is read
     * anew wherever it is called with a lambda.
     */
    private boolean isTemplate(ExecutableElement method) {
        return new FunctionalInterfaces(site).isTaken(method);
    }

    /** Whether the class has differentiable methods, but none with a gradient of its own. */
    public boolean hasOnlyTemplates() {
        return differentiable().isEmpty()
                && ElementFilter.methodsIn(site.type().getEnclosedElements()).stream()
                        .anyMatch(Annotations::isDifferentiable);
    }

    /** The signature of a method of the class. */
    public MethodSignature signature(ExecutableElement method) {
        return signature(method, List.of());
    }

    /**
     * The signature of a method as it is read for what it is given.
     *
     * @param given the types of the arguments, of which lambdas count; empty where there are none
     */
    public MethodSignature signature(ExecutableElement method, List<Type> given) {
        boolean isOfHome = method.getEnclosingElement().equals(site.type()) && !isTemplate(method);
        Method.Role role = isOfHome ? role(method) : Method.Role.HELPER;
        String name = method.getSimpleName().toString();
        requireSupported(method, role);
        List<Declared> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            boolean isClosure = i < given.size() && given.get(i) instanceof Type.Closure;
            VariableElement parameter = method.getParameters().get(i);
            parameters.add(
                    isClosure
                            ? Declared.takenApart(
                                    new Variable(parameter.getSimpleName().toString(), given.get(i)), false)
                            : parameter(parameter, role));
        }
        Optional<Declared> self = selfOf(method);
        Type result = method.getKind() == ElementKind.CONSTRUCTOR
                ? self.orElseThrow().whole().type()
                : site.irTypes()
                        .of(method.getReturnType())
                        .orElseThrow(() -> site.refuse(method, Message.UNSUPPORTED_TYPE, method.getReturnType()));
        site.requireNameable(result, method);
        boolean isValue = Type.isNumeric(result) || Type.isTakenApart(result) && result.carriesDerivative();
        if (role != Method.Role.HELPER && !isValue) {
            throw site.refuse(method, Message.RESULT_TYPE, name, result);
        }
        if (role != Method.Role.HELPER) {
            requireKnown(Annotations.wrt(method), method, parameters);
        }
        if (Type.isTakenApart(result) && role != Method.Role.HELPER) {
            composites.requireAtBorder(result, method);
        }
        if (role == Method.Role.REGULARIZATION && (result != Type.DOUBLE || !parameters.isEmpty())) {
            throw site.refuse(method, Message.REGULARIZATION_RESULT, name);
        }
        boolean isMade = method.getKind() == ElementKind.CONSTRUCTOR;
        requireFew(method, parameters, result);
        Method.Key key = new Method.Key(
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
                isMade ? "new" + method.getEnclosingElement().getSimpleName() : name,
                Stream.concat(isMade ? Stream.empty() : self.stream(), parameters.stream())
                        .map(parameter -> parameter.whole().type())
                        .toList(),
                site.typeArguments());
        MethodSignature signature = new MethodSignature(
                key,
                role == Method.Role.HELPER ? key.name() : new Stems(site).of(method),
                isStatic(method) || self.isPresent(),
                isMade ? Optional.empty() : self,
                parameters,
                result,
                Annotations.text(method, Annotations.SHAPE),
                role);
        signature.clash().ifPresent(clash -> {
            throw site.refuse(method, Message.RESERVED_NAME, clash);
        });
        return signature;
    }

    /** What {@code this} is in a method or constructor, if its object is taken apart. */
    private Optional<Declared> selfOf(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        return site.irTypes()
                .of(owner.asType())
                .filter(type -> type instanceof Type.Composite)
                .map(type -> Declared.takenApart(new Variable("self", type), false));
    }

    private void requireSupported(ExecutableElement method, Method.Role role) {
        String name = method.getSimpleName().toString();
        boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
        boolean isGiven = Annotations.isGiven(method);
        boolean isNative = method.getModifiers().contains(Modifier.NATIVE);
        if (isInterface() && !isAbstract) {
            throw site.refuse(method, Message.INTERFACE_BODY, name);
        } else if (isAbstract && (isGiven || !isInterface()) || isNative && !isGiven) {
            throw site.refuse(method, Message.NO_BODY, name);
        } else if (role != Method.Role.HELPER && !method.getTypeParameters().isEmpty()) {
            throw site.refuse(method, Message.GENERIC, name);
        } else if (role != Method.Role.HELPER && method.getModifiers().contains(Modifier.PRIVATE)) {
            throw site.refuse(method, Message.PRIVATE_METHOD, name);
        }
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (site.isChecked(thrown)) {
                throw site.refuse(method, Message.CHECKED_EXCEPTION, thrown);
            }
        }
        requireFinal(method);
    }

    /** Refuses more parameters than a generated method can take, which has more for each that carries a derivative, or for each result. */
    private void requireFew(ExecutableElement method, List<Declared> declared, Type result) {
        int seeds = Annotations.seeds(site.home());
        int seedSlots = 1;
        for (Type.Part part : Type.leaves(result)) {
            seedSlots += seeds * (part.type() == Type.DOUBLE ? 2 : 1);
        }
        int slots = 1;
        List<Method.Parameter> parameters =
                declared.stream().flatMap(each -> each.leaves().stream()).toList();
        for (Method.Parameter parameter : parameters) {
            Type type = parameter.variable().type();
            int size = type == Type.DOUBLE || type == Type.LONG ? 2 : 1;
            int duals = type.isReference() && Annotations.isSecondOrder(site.type()) ? 3 : 1;
            slots += parameter.isActive() ? size * (1 + Math.max(duals, seeds)) : size;
        }
        if (slots > MOST_SLOTS || seeds > 1 && seedSlots > MOST_SLOTS) {
            throw site.refuse(method, Message.TOO_MANY_PARAMETERS, method.getSimpleName());
        }
    }

    private Declared parameter(VariableElement parameter, Method.Role role) {
        Type type = site.irTypes()
                .of(parameter.asType())
                .orElseThrow(() -> site.refuse(parameter, Message.UNSUPPORTED_TYPE, parameter.asType()));
        site.requireNameable(type, parameter);
        String name = parameter.getSimpleName().toString();
        boolean isModel = type instanceof Type.Model
                || type instanceof Type.ArrayOf array && array.element() instanceof Type.Model;
        if (isModel && role != Method.Role.HELPER) {
            throw site.refuse(parameter, Message.ARGUMENT_TYPE, name);
        }
        boolean isConstant = Annotations.isConstant(parameter);
        if (role != Method.Role.HELPER && !isConstant && isBoxedDouble(type)) {
            throw site.refuse(parameter, Message.BOXED_ARGUMENT, name, type);
        }
        boolean isObject = type instanceof Type.Opaque
                || type instanceof Type.ArrayOf array && array.leaf() instanceof Type.Opaque;
        // who gives a derivative by hand says in it what has one
        boolean isGiven = Annotations.isGiven((ExecutableElement) parameter.getEnclosingElement());
        if (role != Method.Role.HELPER
                && !isConstant
                && !isGiven
                && isObject
                && new HiddenNumbers(site).in(parameter.asType())) {
            throw site.refuse(parameter, Message.OBJECT_ARGUMENT, name, parameter.asType());
        }
        Variable whole = new Variable(name, type);
        if (Type.isTakenApart(type)) {
            if (role != Method.Role.HELPER) {
                composites.requireAtBorder(type, parameter);
            }
            return Declared.takenApart(whole, isConstant);
        }
        return new Declared(
                whole,
                List.of(new Method.Parameter(
                        whole,
                        isConstant,
                        Annotations.text(parameter, Annotations.SHAPE),
                        Annotations.text(parameter, Annotations.INDEX))));
    }

    /** Refuses names of nothing that a derivative could be taken with respect to. */
    private void requireKnown(List<String> names, ExecutableElement method, List<Declared> parameters) {
        for (String name : names) {
            boolean isArgument = parameters.stream()
                    .map(Declared::whole)
                    .anyMatch(argument ->
                            argument.name().equals(name) && argument.type().carriesDerivative());
            boolean isField = site.members()
                    .field(site.type(), name)
                    .filter(field -> Annotations.has(field, Annotations.PARAMETER))
                    .isPresent();
            if (!isArgument && !isField) {
                throw site.refuse(method, Message.WRT_UNKNOWN, name, method.getSimpleName());
            }
        }
    }

    private static boolean isBoxedDouble(Type type) {
        return type instanceof Type.Opaque opaque
                && opaque.name().canonicalName().equals("java.lang.Double");
    }

    private static Method.Role role(ExecutableElement method) {
        if (Annotations.has(method, Annotations.REGULARIZATION)) {
            return Method.Role.REGULARIZATION;
        }
        return Annotations.isDifferentiable(method) ? Method.Role.DIFFERENTIABLE : Method.Role.HELPER;
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }
}
