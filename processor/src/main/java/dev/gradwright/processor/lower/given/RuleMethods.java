package dev.gradwright.processor.lower.given;

import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.GivenDerivative.Kind;
import dev.gradwright.processor.ir.GivenDerivative.Operand;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The methods that {@code @CustomDerivative} names: found, and checked against the method whose derivative they give. */
final class RuleMethods {

    private static final String RESULT = "result";
    private static final String RECORD = "record";
    private static final String BAR = "Bar";
    private static final String DOT = "Dot";

    private final Site site;
    private final Types types;
    private final ExecutableElement method;
    private final List<Method.Parameter> arguments;
    private final Type result;

    RuleMethods(Site site, ExecutableElement method, MethodSignature signature) {
        this.site = site;
        this.types = site.compiler().types();
        this.method = method;
        this.arguments = signature.leaves();
        this.result = signature.result();
        signature
                .parameters()
                .forEach(parameter ->
                        requireWhole(parameter.whole().name(), parameter.whole().type()));
        requireWhole("What " + method.getSimpleName() + " returns", result);
    }

    /** A rule, and what its parameters ask for. */
    record Found(ExecutableElement method, List<Operand> operands) {}

    /** A method that returns the result with what the reverse rule wants. */
    record Recorder(ExecutableElement method, Type.Opaque type, TypeMirror mirror) {}

    /** Something that a rule may take. */
    private record Offer(Operand operand, TypeMirror type) {}

    /** Refuses a method without any rule or any use for one, with partial derivatives beside, or of an object with parameters. */
    void requireUsable() {
        if (named("reverse").isEmpty() && named("forward").isEmpty()) {
            throw site.refuse(method, Message.RULE_EMPTY, method.getSimpleName());
        } else if (Annotations.has(method, Annotations.PARTIAL_DERIVATIVES)) {
            throw site.refuse(
                    method, Message.TWO_RULES, method.getSimpleName(), "@CustomDerivative", "@PartialDerivatives");
        }
        if (arguments.stream().noneMatch(Method.Parameter::isActive)) {
            throw site.refuse(method, Message.RULE_NEEDLESS, method.getSimpleName());
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean hasParameters = ElementFilter.fieldsIn(
                        site.compiler().elements().getAllMembers(owner))
                .stream()
                .anyMatch(this::leadsToParameters);
        if (!isStatic(method) && hasParameters) {
            throw site.refuse(method, Message.RULE_MODEL, method.getSimpleName(), owner.getSimpleName());
        }
        requireDistinctNames();
    }

    private boolean leadsToParameters(VariableElement field) {
        Optional<Type> type = site.irTypes().of(field.asType());
        return Annotations.has(field, Annotations.PARAMETER)
                || type.filter(known -> known instanceof Type.Model
                                || known instanceof Type.ArrayOf array && array.leaf() instanceof Type.Model)
                        .isPresent();
    }

    private void requireWhole(String name, Type type) {
        if (Type.isTakenApart(type)) {
            throw site.refuse(method, Message.RULE_TYPE, name, type);
        }
    }

    private void requireDistinctNames() {
        List<String> names = new ArrayList<>(List.of(RESULT, RESULT + BAR, RECORD));
        for (Method.Parameter argument : arguments) {
            String name = argument.variable().name();
            names.add(name);
            if (argument.isActive()) {
                names.add(name + BAR);
                names.add(name + DOT);
            }
        }
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw site.refuse(method, Message.RULE_NAMES, method.getSimpleName(), name);
                });
    }

    /** The method that runs in place of the other where its record is wanted. */
    Optional<Recorder> recorder() {
        if (named(RECORD).isEmpty()) {
            return Optional.empty();
        }
        ExecutableElement recorder = find(RECORD);
        boolean takesTheSame = recorder.getParameters().size() == arguments.size();
        for (int i = 0; takesTheSame && i < arguments.size(); i++) {
            takesTheSame = isSame(
                    recorder.getParameters().get(i).asType(),
                    method.getParameters().get(i).asType());
        }
        if (!takesTheSame) {
            throw form(recorder, RECORD, "take the same arguments");
        }
        Optional<TypeElement> type = recorder.getReturnType().getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) types.asElement(recorder.getReturnType()))
                : Optional.empty();
        boolean givesResult = type.filter(element -> element.getTypeParameters().isEmpty()
                        && site.isReachable(element)
                        && site.members().methods(element, RESULT, site.type()).stream()
                                .anyMatch(accessor -> accessor.getParameters().isEmpty()
                                        && site.isReachable(accessor)
                                        && isSame(accessor.getReturnType(), method.getReturnType())))
                .isPresent();
        if (!givesResult) {
            throw form(
                    recorder,
                    RECORD,
                    "return an object of a class that is not private, has no type parameters, and has a method "
                            + method.getReturnType() + " result()");
        } else if (named("reverse").isEmpty()) {
            throw form(recorder, RECORD, "serve a reverse rule, and there is none");
        }
        Type.Opaque opaque = new Type.Opaque(site.irTypes().name(type.get()), List.of());
        return Optional.of(new Recorder(recorder, opaque, recorder.getReturnType()));
    }

    /** The reverse rule. */
    Optional<Found> reverse(Optional<Recorder> recorder) {
        if (named("reverse").isEmpty()) {
            return Optional.empty();
        }
        ExecutableElement rule = find("reverse");
        if (rule.getReturnType().getKind() != TypeKind.VOID) {
            throw form(rule, "reverse", "return nothing: it writes the shares of the arguments into what it is given");
        }
        Map<String, Offer> offers = values();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).isActive()) {
                Type type = arguments.get(i).variable().type();
                TypeMirror share = site.irTypes().mirror(type == Type.DOUBLE ? Type.DOUBLES : type);
                offers.put(name(i) + BAR, new Offer(new Operand(Kind.SHARE, i), share));
            }
        }
        offers.put(RESULT + BAR, new Offer(new Operand(Kind.SEED, -1), method.getReturnType()));
        recorder.ifPresent(r -> offers.put(RECORD, new Offer(new Operand(Kind.RECORD, -1), r.mirror())));
        Found found = new Found(rule, operands(rule, "reverse", offers));
        requireAll(found, "reverse", offers, List.of(Kind.SHARE, Kind.SEED, Kind.RECORD));
        return Optional.of(found);
    }

    /** The forward rule. */
    Optional<Found> forward() {
        if (named("forward").isEmpty()) {
            return Optional.empty();
        }
        ExecutableElement rule = find("forward");
        if (!isSame(rule.getReturnType(), method.getReturnType())) {
            throw form(rule, "forward", "return " + method.getReturnType() + ", the derivative of the result");
        }
        Map<String, Offer> offers = values();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).isActive()) {
                TypeMirror type = method.getParameters().get(i).asType();
                offers.put(name(i) + DOT, new Offer(new Operand(Kind.DIRECTION, i), type));
            }
        }
        Found found = new Found(rule, operands(rule, "forward", offers));
        requireAll(found, "forward", offers, List.of(Kind.DIRECTION));
        return Optional.of(found);
    }

    /** What every rule may take. */
    private Map<String, Offer> values() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror type = method.getParameters().get(i).asType();
            offers.put(name(i), new Offer(new Operand(Kind.VALUE, i), type));
        }
        offers.put(RESULT, new Offer(new Operand(Kind.RESULT, -1), method.getReturnType()));
        return offers;
    }

    private List<Operand> operands(ExecutableElement rule, String kind, Map<String, Offer> offers) {
        List<Operand> operands = new ArrayList<>();
        for (VariableElement parameter : rule.getParameters()) {
            String name = parameter.getSimpleName().toString();
            Offer offer = offers.get(name);
            if (offer == null) {
                throw site.refuse(
                        parameter,
                        Message.RULE_PARAMETER,
                        name,
                        rule.getSimpleName(),
                        kind,
                        method.getSimpleName(),
                        String.join(", ", offers.keySet()));
            } else if (!isSame(parameter.asType(), offer.type())
                    || !types.isAssignable(offer.type(), parameter.asType())) {
                throw site.refuse(
                        parameter,
                        Message.RULE_PARAMETER_TYPE,
                        name,
                        rule.getSimpleName(),
                        parameter.asType(),
                        offer.type());
            }
            operands.add(offer.operand());
        }
        return operands;
    }

    private void requireAll(Found found, String kind, Map<String, Offer> offers, List<Kind> kinds) {
        offers.forEach((name, offer) -> {
            if (kinds.contains(offer.operand().kind()) && !found.operands().contains(offer.operand())) {
                throw site.refuse(
                        found.method(),
                        Message.RULE_INCOMPLETE,
                        found.method().getSimpleName(),
                        kind,
                        method.getSimpleName(),
                        name);
            }
        });
    }

    /** The one method of the class that has the name of a rule. */
    private ExecutableElement find(String kind) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String name = named(kind);
        List<ExecutableElement> found = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .toList();
        if (found.size() != 1) {
            throw site.refuse(
                    method,
                    Message.RULE_UNKNOWN,
                    kind,
                    method.getSimpleName(),
                    name,
                    owner.getSimpleName(),
                    found.isEmpty() ? "no" : "more than one");
        }
        ExecutableElement rule = found.get(0);
        if (isStatic(rule) != isStatic(method)) {
            throw form(rule, kind, isStatic(method) ? "be static, as that is" : "not be static, as that is not");
        } else if (!site.isReachable(rule)) {
            throw form(rule, kind, "not be private, since generated code calls it");
        } else if (!rule.getTypeParameters().isEmpty()) {
            throw form(rule, kind, "have no type parameters");
        } else if (rule.getThrownTypes().stream().anyMatch(site::isChecked)) {
            throw form(rule, kind, "throw no checked exception");
        }
        return rule;
    }

    private RuntimeException form(ExecutableElement rule, String kind, String what) {
        return site.refuse(rule, Message.RULE_FORM, rule.getSimpleName(), kind, method.getSimpleName(), what);
    }

    private String named(String kind) {
        return Annotations.text(method, Annotations.CUSTOM_DERIVATIVE, kind);
    }

    private String name(int argument) {
        return arguments.get(argument).variable().name();
    }

    private boolean isSame(TypeMirror first, TypeMirror second) {
        return types.isSameType(types.erasure(first), types.erasure(second));
    }

    private static boolean isStatic(ExecutableElement element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }
}
