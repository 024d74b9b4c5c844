package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a helper's parameters stand for where the helper's statements are put in the place of a call. */
final class PassedArguments {

    private PassedArguments() {}

    /** Whether arguments can stand for parameters: they are converted to no other type, and no derivative stops at them. */
    static boolean fit(Statement.CallHelper call, Method callee) {
        for (int i = 0; i < callee.parameters().size(); i++) {
            Method.Parameter parameter = callee.parameters().get(i);
            if (parameter.constant()
                    || !call.arguments()
                            .get(i)
                            .type()
                            .equals(parameter.variable().type())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The value of each parameter: a literal, or a variable that holds the argument.
     *
     * @param out gets declarations of variables for arguments that are neither
     */
    static Map<Variable, Expression> of(Statement.CallHelper call, Method callee, List<Statement> out) {
        Map<Variable, Expression> values = new IdentityHashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            Variable parameter = callee.parameters().get(i).variable();
            if (argument instanceof Expression.Read || argument instanceof Expression.Literal) {
                values.put(parameter, argument);
            } else {
                Variable value = Variable.synthetic(parameter.name(), parameter.type());
                out.add(new Statement.Declare(value, Optional.of(argument), call.position()));
                values.put(parameter, Expressions.read(value));
            }
        }
        return values;
    }
}
