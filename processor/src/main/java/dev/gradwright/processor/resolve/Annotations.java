package dev.gradwright.processor.resolve;

import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The annotations of the runtime, known by name. */
public final class Annotations {

    public static final String DIFFERENTIABLE = "dev.gradwright.Differentiable";
    public static final String PARAMETER = "dev.gradwright.Parameter";
    public static final String CONSTANT = "dev.gradwright.Constant";
    public static final String SHAPE = "dev.gradwright.Shape";
    public static final String INDEX = "dev.gradwright.Index";
    public static final String CHECKPOINT = "dev.gradwright.Checkpoint";
    public static final String PARTIAL_DERIVATIVES = "dev.gradwright.PartialDerivatives";
    public static final String CUSTOM_DERIVATIVE = "dev.gradwright.CustomDerivative";
    public static final String RULE_FOR = "dev.gradwright.RuleFor";
    public static final String USE_RULES = "dev.gradwright.UseRules";
    public static final String REGULARIZATION = "dev.gradwright.Regularization";
    public static final String SAMPLE = "dev.gradwright.Sample";
    public static final String GRADIENT_CHECK_OPTIONS = "dev.gradwright.GradientCheckOptions";
    public static final String GRADIENT_TESTS = "dev.gradwright.GradientTests";

    /** The method that {@code @Differentiable} on a class means. */
    private static final String FORWARD = "forward";

    private Annotations() {}

    public static boolean has(Element element, String annotation) {
        return mirror(element, annotation).isPresent();
    }

    /** The text given to an annotation; empty if there is no such annotation or no text. */
    public static String text(Element element, String annotation) {
        return mirror(element, annotation)
                .flatMap(mirror -> mirror.getElementValues().values().stream().findFirst())
                .map(AnnotationValue::getValue)
                .map(Object::toString)
                .orElse("");
    }

    /** The texts given to an annotation that takes a list of them. */
    public static List<String> texts(Element element, String annotation) {
        List<String> texts = new ArrayList<>();
        mirror(element, annotation)
                .flatMap(mirror -> mirror.getElementValues().values().stream().findFirst())
                .ifPresent(value -> {
                    for (Object item : (List<?>) value.getValue()) {
                        texts.add(((AnnotationValue) item).getValue().toString());
                    }
                });
        return texts;
    }

    /** The text given to an element of an annotation by its name; empty if there is none. */
    public static String text(Element element, String annotation, String name) {
        return mirror(element, annotation)
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                        .map(entry -> entry.getValue().getValue().toString())
                        .findFirst())
                .orElse("");
    }

    /** The classes given to an annotation that takes one or a list of them. */
    public static List<TypeElement> classes(Element element, String annotation) {
        return classLiterals(element, annotation).stream()
                .filter(Annotations::isKnown)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .toList();
    }

    /** What is given to an annotation, by name; empty if there is no such annotation. */
    public static Map<String, Object> values(Element element, String annotation) {
        Map<String, Object> values = new HashMap<>();
        mirror(element, annotation)
                .ifPresent(mirror -> mirror.getElementValues()
                        .forEach((member, value) ->
                                values.put(member.getSimpleName().toString(), value.getValue())));
        return values;
    }

    /** Whether all classes that an element's annotations name are there; others may come in a later round. */
    public static boolean nameKnownClasses(Element element) {
        return Stream.of(USE_RULES, RULE_FOR)
                .flatMap(annotation -> classLiterals(element, annotation).stream())
                .allMatch(Annotations::isKnown);
    }

    private static boolean isKnown(Object classLiteral) {
        return classLiteral instanceof DeclaredType type && type.getKind() != TypeKind.ERROR;
    }

    private static List<Object> classLiterals(Element element, String annotation) {
        Optional<Object> given = mirror(element, annotation)
                .flatMap(mirror -> mirror.getElementValues().values().stream().findFirst())
                .map(AnnotationValue::getValue);
        if (given.isPresent() && given.get() instanceof List<?> list) {
            return list.stream()
                    .map(item -> ((AnnotationValue) item).getValue())
                    .toList();
        }
        return given.stream().toList();
    }

    /** Whether callers can differentiate a method. */
    public static boolean isDifferentiable(ExecutableElement method) {
        return has(method, DIFFERENTIABLE)
                || has(method, REGULARIZATION)
                || has(method, CUSTOM_DERIVATIVE)
                || has(method, RULE_FOR)
                || method.getSimpleName().contentEquals(FORWARD) && has(method.getEnclosingElement(), DIFFERENTIABLE);
    }

    /** Whether the derivative of a method is given by hand, so that its body is not read. */
    public static boolean isGiven(ExecutableElement method) {
        return has(method, CUSTOM_DERIVATIVE)
                || has(method, RULE_FOR)
                || isDifferentiable(method) && has(method, PARTIAL_DERIVATIVES);
    }

    /** Whether a class has a generated gradient. */
    public static boolean isDifferentiable(TypeElement type) {
        return has(type, DIFFERENTIABLE)
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Annotations::isDifferentiable);
    }

    /** Whether a class, or a method of it, asks for second derivatives. */
    public static boolean isSecondOrder(TypeElement type) {
        return asksForSecondOrder(type)
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(Annotations::asksForSecondOrder);
    }

    /** How many seeds a sweep of a class is to carry: the most that the class, or a method of it, asks for; one, if nothing is said. */
    public static int seeds(TypeElement type) {
        int most = seedsAt(type).orElse(1);
        for (Element method : type.getEnclosedElements()) {
            most = Math.max(most, seedsAt(method).orElse(1));
        }
        return Math.min(Math.max(most, 1), Unit.MOST_SEEDS);
    }

    /** How many seeds an annotation on a class or method asks for. */
    public static OptionalInt seedsAt(Element element) {
        return mirror(element, DIFFERENTIABLE).stream()
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("seeds"))
                .mapToInt(entry -> (Integer) entry.getValue().getValue())
                .findFirst();
    }

    /** How many copies of its state a checkpointed method may have; nothing if it is not checkpointed. */
    public static OptionalInt checkpointSlots(ExecutableElement method) {
        return mirror(method, CHECKPOINT)
                .map(mirror -> mirror.getElementValues().values().iterator().next())
                .map(value -> OptionalInt.of((Integer) value.getValue()))
                .orElse(OptionalInt.empty());
    }

    private static boolean asksForSecondOrder(Element element) {
        return mirror(element, DIFFERENTIABLE)
                .filter(mirror -> mirror.getElementValues().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().getSimpleName().contentEquals("secondOrder")
                                && Boolean.TRUE.equals(entry.getValue().getValue())))
                .isPresent();
    }

    /** Whether no derivative is taken with respect to a parameter: it says so itself, or its method leaves it out. */
    public static boolean isConstant(VariableElement parameter) {
        return has(parameter, CONSTANT)
                || parameter.getEnclosingElement() instanceof ExecutableElement method
                        && isDifferentiable(method)
                        && leavesOut(method, parameter.getSimpleName().toString());
    }

    /** Whether a differentiable method names what its derivative is taken with respect to, and something else than this. */
    public static boolean leavesOut(ExecutableElement method, String name) {
        List<String> named = wrt(method);
        return !named.isEmpty() && !named.contains(name);
    }

    /** What the derivative of a differentiable method is taken with respect to; empty if nothing is named. */
    public static List<String> wrt(ExecutableElement method) {
        boolean isMarked = has(method, DIFFERENTIABLE);
        Element asking =
                isMarked || !method.getSimpleName().contentEquals(FORWARD) ? method : method.getEnclosingElement();
        List<String> names = new ArrayList<>();
        mirror(asking, DIFFERENTIABLE)
                .ifPresent(mirror -> mirror.getElementValues().forEach((element, value) -> {
                    if (element.getSimpleName().contentEquals("wrt")) {
                        ((List<?>) value.getValue())
                                .forEach(item -> names.add(
                                        ((AnnotationValue) item).getValue().toString()));
                    }
                }));
        return names;
    }

    private static Optional<AnnotationMirror> mirror(Element element, String annotation) {
        // a loop, for this is asked of every method and variable, and most have none
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }
}
