package dev.gradwright.processor.lower.call;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Callee;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.declare.SeedCounts;
import dev.gradwright.processor.lower.declare.Stems;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Lowers calls of differentiable methods of other objects and classes, which are known by their signatures alone. */
final class ModelCalls {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    ModelCalls(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    Expression call(Tree tree, Optional<Expression> receiver, ExecutableElement method, List<Expression> arguments) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!Annotations.isDifferentiable(method)) {
            throw site.refuse(
                    tree, Message.NOT_DIFFERENTIABLE_CALL, owner.getSimpleName() + "." + method.getSimpleName());
        }
        if (Annotations.isSecondOrder(site.home()) && !Annotations.isSecondOrder(owner)) {
            throw site.refuse(
                    tree,
                    Message.NO_SECOND_ORDER,
                    owner.getSimpleName() + "." + method.getSimpleName(),
                    site.type().getSimpleName());
        }
        OptionalInt seeds = new SeedCounts(site).missingIn(owner);
        if (seeds.isPresent()) {
            throw site.refuse(
                    tree,
                    Message.OTHER_SEEDS,
                    owner.getSimpleName() + "." + method.getSimpleName(),
                    site.type().getSimpleName(),
                    seeds.getAsInt());
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (isStatic && hasInstanceMethods(owner)) {
            throw site.refuse(tree, Message.MIXED_CLASS, owner.getSimpleName() + "." + method.getSimpleName());
        }
        List<Type> declared = method.getParameters().stream()
                .map(parameter -> type(parameter, tree))
                .toList();
        Type type = resultType(method, tree);
        Callee callee = new Callee(
                site.irTypes().name(owner),
                method.getSimpleName().toString(),
                new Stems(site).of(method),
                isStatic,
                spread(method, declared, (parameter, leaf) -> parameter.getSimpleName() + leaf.suffix()),
                spread(method, declared, (parameter, leaf) -> leaf.type()),
                spread(method, declared, (parameter, leaf) -> Annotations.isConstant(parameter)),
                Type.leaves(type).stream()
                        .map(leaf -> new Callee.Result(leaf.suffix(), leaf.type()))
                        .toList(),
                Annotations.has(method, Annotations.CUSTOM_DERIVATIVE));
        List<Expression> converted = Bundles.leaves(expressions.conversions().all(declared, arguments, tree));
        Variable result = Variable.synthetic(callee.name() + "Result", type);
        body.add(new Statement.CallModel(
                body.takenApart().leaves(result),
                isStatic ? Optional.empty() : receiver,
                callee,
                converted,
                body.position()));
        return body.read(result);
    }

    /** Something for each leaf of each parameter. */
    private static <T> List<T> spread(
            ExecutableElement method, List<Type> types, BiFunction<VariableElement, Type.Part, T> function) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            Type.leaves(types.get(i)).forEach(leaf -> all.add(function.apply(parameter, leaf)));
        }
        return all;
    }

    /** Whether the gradient of a class needs an object, which a static call does not have. */
    private static boolean hasInstanceMethods(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .anyMatch(method -> Annotations.isDifferentiable(method)
                        && !method.getModifiers().contains(Modifier.STATIC));
    }

    private Type type(VariableElement parameter, Tree tree) {
        return site.irTypes()
                .of(parameter.asType())
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, parameter.asType()));
    }

    private Type resultType(ExecutableElement method, Tree tree) {
        Element owner = method.getEnclosingElement();
        return site.irTypes()
                .of(method.getReturnType())
                .filter(Type::carriesDerivative)
                .orElseThrow(() -> site.refuse(
                        tree,
                        Message.RESULT_TYPE,
                        owner.getSimpleName() + "." + method.getSimpleName(),
                        method.getReturnType()));
    }
}
