package dev.gradwright.processor.lower.given;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Which method a rule is for, and which rule a method has: rules are those of the class itself and of what {@code @UseRules} lists. */
public final class RuleTargets {

    private final Site site;
    private final Types types;
    private List<ExecutableElement> usable;

    public RuleTargets(Site site) {
        this.site = site;
        this.types = site.compiler().types();
    }

    /** The rule for a method that a call means; nothing if it has none. */
    public Optional<ExecutableElement> ruleFor(Tree call, ExecutableElement method) {
        if (usable == null) {
            usable = owners().stream().flatMap(owner -> rules(owner).stream()).toList();
        }
        List<ExecutableElement> rules =
                usable.stream().filter(rule -> isFor(rule, method)).toList();
        if (rules.size() > 1) {
            throw site.refuse(call, Message.TWO_RULES, text(method), text(rules.get(0)), text(rules.get(1)));
        }
        rules.stream().filter(rule -> !site.isReachable(rule)).findFirst().ifPresent(rule -> {
            throw site.refuse(call, Message.INACCESSIBLE, text(rule), site.packageName());
        });
        return rules.stream().findFirst();
    }

    /** Refuses listed classes without rules. */
    public void requireRules() {
        for (TypeElement listed : listed()) {
            if (rules(listed).isEmpty()) {
                throw site.refuse(site.home(), Message.NO_RULES, listed.getSimpleName());
            }
        }
    }

    /** The method that a rule is for; nothing for a method that is no rule. */
    Optional<ExecutableElement> targetOf(ExecutableElement rule) {
        if (!Annotations.has(rule, Annotations.RULE_FOR)) {
            return Optional.empty();
        }
        TypeElement owner = targetClass(rule).orElseThrow(AlreadyRefused::new);
        List<ExecutableElement> targets = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> isFor(rule, method))
                .toList();
        if (targets.isEmpty()) {
            throw site.refuse(
                    rule, Message.RULE_TARGET_UNKNOWN, owner.getSimpleName(), signature(rule, rule.getParameters()));
        }
        requireForm(rule, targets);
        return Optional.of(targets.get(0));
    }

    private void requireForm(ExecutableElement rule, List<ExecutableElement> targets) {
        ExecutableElement target = targets.get(0);
        boolean hasDerivative = Annotations.has(rule, Annotations.CUSTOM_DERIVATIVE)
                || Annotations.has(rule, Annotations.PARTIAL_DERIVATIVES);
        Optional<ExecutableElement> other = rules((TypeElement) rule.getEnclosingElement()).stream()
                .filter(candidate -> !candidate.equals(rule) && isFor(candidate, target))
                .findFirst();
        if (!isStatic(rule)) {
            throw form(rule, target, "be static");
        } else if (!hasDerivative) {
            throw form(rule, target, "have @CustomDerivative or @PartialDerivatives beside @RuleFor");
        } else if (!types.isSameType(types.erasure(rule.getReturnType()), types.erasure(target.getReturnType()))) {
            throw form(rule, target, "return " + target.getReturnType() + " like it");
        } else if (targets.size() > 1) {
            throw form(rule, target, "be for one method, but it may be for a static one or for an object's");
        } else if (target.getThrownTypes().stream().anyMatch(site::isChecked)) {
            throw form(rule, target, "be for a method that throws no checked exception");
        } else if (!site.isReachable(target)) {
            throw site.refuse(rule, Message.INACCESSIBLE, text(target), site.packageName());
        } else if (other.isPresent()) {
            throw site.refuse(rule, Message.TWO_RULES, text(target), text(rule), text(other.get()));
        }
    }

    private RuntimeException form(ExecutableElement rule, ExecutableElement target, String what) {
        return site.refuse(rule, Message.RULE_TARGET_FORM, rule.getSimpleName(), text(target), what);
    }

    /** The classes whose rules count here. */
    private List<TypeElement> owners() {
        List<TypeElement> owners = new ArrayList<>(List.of(site.home()));
        listed().stream().filter(listed -> !owners.contains(listed)).forEach(owners::add);
        return owners;
    }

    private List<TypeElement> listed() {
        List<TypeElement> listed = new ArrayList<>();
        for (Element outer = site.home(); outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
            listed.addAll(Annotations.classes(outer, Annotations.USE_RULES));
        }
        return listed;
    }

    private static List<ExecutableElement> rules(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> Annotations.has(method, Annotations.RULE_FOR))
                .toList();
    }

    private static Optional<TypeElement> targetClass(ExecutableElement rule) {
        return Annotations.classes(rule, Annotations.RULE_FOR).stream().findFirst();
    }

    /** Whether a rule is one for a method, by class, name and parameter types. */
    private boolean isFor(ExecutableElement rule, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!rule.getSimpleName().equals(method.getSimpleName())
                || targetClass(rule).filter(owner::equals).isEmpty()) {
            return false;
        }
        List<TypeMirror> wanted = new ArrayList<>();
        if (!isStatic(method)) {
            wanted.add(owner.asType());
        }
        method.getParameters().forEach(parameter -> wanted.add(parameter.asType()));
        List<? extends VariableElement> parameters = rule.getParameters();
        if (parameters.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!types.isSameType(types.erasure(parameters.get(i).asType()), types.erasure(wanted.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String signature(ExecutableElement method, List<? extends VariableElement> parameters) {
        return method.getSimpleName() + "("
                + String.join(
                        ", ",
                        parameters.stream()
                                .map(parameter -> parameter.asType().toString())
                                .toList())
                + ")";
    }

    private static String text(ExecutableElement method) {
        return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }
}
