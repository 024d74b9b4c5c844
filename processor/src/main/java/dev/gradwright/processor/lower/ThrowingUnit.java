package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A unit with the same face, whose methods only throw: what is generated for a class that was refused, so that callers compile. */
public final class ThrowingUnit {

    private ThrowingUnit() {}

    /** The unit without helpers, and with methods that say that their source was refused. */
    public static Unit of(Unit unit) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        Set<String> stems = new HashSet<>();
        unit.differentiable().stream()
                .filter(method -> stems.add(method.stem()))
                .forEach(method -> methods.put(method.key(), throwing(unit, method)));
        return unit.withMethods(methods);
    }

    private static Method throwing(Unit unit, Method method) {
        Expression text = new Expression.Literal(
                Type.STRING,
                unit.name().simpleName() + "." + method.name() + " was refused; see the errors of its compilation");
        List<Statement> body = new ArrayList<>();
        for (Variable result : method.resultVariables()) {
            body.add(new Statement.Declare(
                    result, Optional.of(Expressions.defaultValue(result.type())), Position.NOWHERE));
        }
        body.add(new Statement.Throw(
                ClassRef.of("java.lang", "IllegalStateException"), List.of(text), Position.NOWHERE));
        return new Method(
                method.key(),
                method.stem(),
                method.isStatic(),
                method.face(),
                method.parameters(),
                new Block(body),
                method.results(),
                method.resultShape(),
                method.role(),
                Position.NOWHERE);
    }
}
