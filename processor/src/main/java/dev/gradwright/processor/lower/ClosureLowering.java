package dev.gradwright.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.VariableTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.ClosureSource;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.declare.MethodSignature.Declared;
import dev.gradwright.processor.lower.object.FunctionalInterfaces;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lowers the body of a lambda to a method that takes what it captures and then its parameters. */
final class ClosureLowering {

    private final ClosureSource source;
    private final Site site;
    private final MethodLowering methods;

    ClosureLowering(ClosureSource source, MethodLowering methods) {
        this.source = source;
        this.site = source.site();
        this.methods = methods;
    }

    /** The key of the method that a lambda becomes. */
    static Method.Key key(Type.Closure closure) {
        return new Method.Key("", "lambda", List.of(closure), List.of());
    }

    Method lower(Type.Closure closure) {
        FunctionalInterfaces.Descriptor descriptor = new FunctionalInterfaces(site)
                .descriptor(closure.contract().orElseThrow())
                .orElseThrow(() -> site.refuse(
                        source.tree(),
                        Message.UNSUPPORTED_TYPE,
                        closure.contract().orElseThrow()));
        List<Declared> captured = captured(closure);
        Optional<Declared> self = source.captured().contains("this") ? Optional.of(captured.get(0)) : Optional.empty();
        List<Declared> parameters = new ArrayList<>(self.isPresent() ? captured.subList(1, captured.size()) : captured);
        List<Declared> own = parameters(descriptor);
        parameters.addAll(own);
        MethodSignature signature = new MethodSignature(
                key(closure),
                key(closure).name(),
                self.isPresent(),
                self,
                parameters,
                descriptor.result(),
                "",
                Method.Role.HELPER);
        signature.clash().ifPresent(clash -> {
            throw site.refuse(source.tree(), Message.RESERVED_NAME, clash);
        });
        if (source.tree() instanceof LambdaExpressionTree lambda) {
            return ofLambda(lambda, signature);
        }
        return methods.lower(
                MethodLowering.Code.ofValue(source.tree(), source.tree()),
                signature,
                (lowering, body) -> lowering.results()
                        .give(lowering.expressions()
                                .calls()
                                .reference(
                                        (MemberReferenceTree) source.tree(),
                                        own.stream()
                                                .map(parameter -> body.read(parameter.whole()))
                                                .toList())));
    }

    private Method ofLambda(LambdaExpressionTree lambda, MethodSignature signature) {
        if (lambda.getBody() instanceof BlockTree block) {
            return methods.lower(
                    MethodLowering.Code.of(lambda, block, block.getStatements()),
                    signature,
                    (lowering, body) -> lowering.statements().all(block.getStatements()));
        }
        ExpressionTree value = (ExpressionTree) lambda.getBody();
        return methods.lower(MethodLowering.Code.ofValue(lambda, value), signature, (lowering, body) -> {
            body.at(site.position(value));
            if (signature.result() == Type.VOID) {
                lowering.expressions().effect(value);
            } else {
                lowering.results().give(value);
            }
        });
    }

    private List<Declared> captured(Type.Closure closure) {
        Iterator<String> names = source.captured().iterator();
        return closure.captured().stream()
                .map(part -> declared(names.next(), part.type()))
                .toList();
    }

    private List<Declared> parameters(FunctionalInterfaces.Descriptor descriptor) {
        List<Declared> declared = new ArrayList<>();
        for (int i = 0; i < descriptor.parameters().size(); i++) {
            String name = source.tree() instanceof LambdaExpressionTree lambda
                    ? ((VariableTree) lambda.getParameters().get(i)).getName().toString()
                    : "argument" + (i + 1);
            declared.add(declared(name, descriptor.parameters().get(i)));
        }
        return declared;
    }

    private static Declared declared(String name, Type type) {
        Variable whole = new Variable(name.equals("this") ? "self" : name, type);
        return Type.isTakenApart(type)
                ? Declared.takenApart(whole, false)
                : new Declared(whole, List.of(new Method.Parameter(whole, false, "", "")));
    }
}
