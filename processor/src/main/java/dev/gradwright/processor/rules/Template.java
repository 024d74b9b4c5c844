package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A partial derivative with blanks for the function's arguments and result. Only blanks that occur are filled, so that the
 * values of the others need not be kept.
 */
public final class Template {

    private final Expression pattern;
    private final List<Variable> arguments = new ArrayList<>();
    private final Variable result = new Variable("result", Type.DOUBLE);

    /**
     * Expands a partial derivative.
     *
     * @param partial the partial derivative
     * @param originals the function's arguments in the source; a rule may simplify where one is a literal
     */
    public Template(Partial partial, List<Expression> originals) {
        List<Expression> blanks = new ArrayList<>();
        for (Expression original : originals) {
            Variable blank = new Variable("argument", original.type());
            arguments.add(blank);
            blanks.add(original instanceof Expression.Literal ? original : Expressions.read(blank));
        }
        pattern = partial.of(blanks, Expressions.read(result));
    }

    /** Fills the blanks; each one that occurs is asked for once. */
    public Expression fill(IntFunction<Expression> argument, Supplier<Expression> value) {
        return fill(argument, value, pattern -> Optional.empty());
    }

    /**
     * Fills the blanks; each one that occurs is asked for once.
     *
     * @param known asked for each part of the pattern, blanks excepted: what to put in its place, so that its blanks need not be filled
     */
    public Expression fill(
            IntFunction<Expression> argument,
            Supplier<Expression> value,
            Function<Expression, Optional<Expression>> known) {
        return fill(pattern, argument, value, known, new HashMap<>());
    }

    /** Which argument a blank stands for; negative if it is none. */
    public int argument(Expression blank) {
        return blank instanceof Expression.Read read ? arguments.indexOf(read.variable()) : -1;
    }

    private Expression fill(
            Expression expression,
            IntFunction<Expression> argument,
            Supplier<Expression> value,
            Function<Expression, Optional<Expression>> known,
            Map<Variable, Expression> filled) {
        if (expression instanceof Expression.Read read) {
            Variable blank = read.variable();
            if (!filled.containsKey(blank)) {
                int index = arguments.indexOf(blank);
                filled.put(blank, index >= 0 ? argument.apply(index) : value.get());
            }
            return filled.get(blank);
        }
        if (expression.parts().isEmpty()) {
            return expression;
        }
        return known.apply(expression)
                .orElseGet(() -> expression.withParts(expression.parts().stream()
                        .map(part -> fill(part, argument, value, known, filled))
                        .toList()));
    }
}
