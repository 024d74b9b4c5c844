package dev.gradwright.processor.lower.given;

import com.sun.source.tree.MethodTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.GivenDerivative;
import dev.gradwright.processor.ir.GivenDerivative.Recording;
import dev.gradwright.processor.ir.GivenDerivative.Rule;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Lowers methods whose derivatives are given by hand: their bodies are not read, but become a call of the method and its rules. A rule
 * for another class's method calls that method itself.
 */
public final class GivenMethods {

    private final Site site;
    private final RuleReader reader;

    /** Lowers the body of a reverse rule whose own derivative is wanted. */
    public interface RuleReader {

        Method read(ExecutableElement rule);
    }

    public GivenMethods(Site site, RuleReader reader) {
        this.site = site;
        this.reader = reader;
    }

    /** A method of which the declaration has been found to be right. */
    public Method lower(ExecutableElement method, MethodTree tree, MethodSignature signature) {
        Optional<ExecutableElement> target = new RuleTargets(site).targetOf(method);
        Position position = site.position(tree);
        List<Variable> parameters =
                signature.leaves().stream().map(Method.Parameter::variable).toList();
        List<Expression> arguments =
                parameters.stream().<Expression>map(Expressions::read).toList();
        Variable result = new Variable("result", signature.result());
        Statement call;
        if (Annotations.has(method, Annotations.CUSTOM_DERIVATIVE)) {
            call = new Statement.CallGiven(result, derivative(method, signature, target), arguments, position);
        } else {
            Function function = new GivenFunctions(site).function(tree, method);
            call = new Statement.Declare(
                    result, Optional.of(new Expression.Apply(function, arguments, position)), position);
        }
        return new Method(
                signature.key(),
                signature.stem(),
                signature.isStatic(),
                signature.face(),
                signature.leaves(),
                new Block(List.of(call)),
                List.of(new Method.Result("", result)),
                signature.shape(),
                signature.role(),
                position);
    }

    private GivenDerivative derivative(
            ExecutableElement method, MethodSignature signature, Optional<ExecutableElement> target) {
        RuleMethods rules = new RuleMethods(site, method, signature);
        rules.requireUsable();
        Optional<RuleMethods.Recorder> recorder = rules.recorder();
        Optional<RuleMethods.Found> reverse = rules.reverse(recorder);
        Optional<RuleMethods.Found> forward = rules.forward();
        boolean isSecondOrder = Annotations.isSecondOrder(site.home());
        if (isSecondOrder && (reverse.isEmpty() || forward.isEmpty() || recorder.isPresent())) {
            throw site.refuse(
                    method,
                    Message.RULE_SECOND_ORDER,
                    method.getSimpleName(),
                    "give a reverse and a forward rule, and no record");
        }
        return new GivenDerivative(
                site.irTypes().name((TypeElement) method.getEnclosingElement()).simpleName() + "."
                        + method.getSimpleName(),
                signature.leaves().stream().map(Method.Parameter::isActive).toList(),
                call(target.orElse(method), signature),
                recorder.map(r -> new Recording(call(r.method(), signature), r.type())),
                reverse.map(found -> rule(found, signature, isSecondOrder)),
                forward.map(found -> rule(found, signature, false)));
    }

    private Rule rule(RuleMethods.Found found, MethodSignature signature, boolean isRead) {
        ExecutableElement method = found.method();
        return new Rule(
                method.getSimpleName().toString(),
                call(method, signature),
                found.operands(),
                isRead ? Optional.of(reader.read(method)) : Optional.empty());
    }

    /** How generated code calls a method. */
    private Inactive call(ExecutableElement method, MethodSignature signature) {
        String name = method.getSimpleName().toString();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return new Inactive.StaticMethod(site.irTypes().name(owner), name);
        }
        return owner.equals(site.type())
                ? new Inactive.OwnMethod(name)
                : new Inactive.InstanceMethod(
                        signature.parameters().get(0).whole().type(), name);
    }
}
