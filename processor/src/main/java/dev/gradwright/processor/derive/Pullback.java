package dev.gradwright.processor.derive;

import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.read;
import static dev.gradwright.processor.ir.Expressions.times;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.ScalarRule;
import dev.gradwright.processor.rules.ScalarRules;
import dev.gradwright.processor.rules.Singularity;
import dev.gradwright.processor.rules.Template;
import java.util.List;
import java.util.Optional;

/**
 * The pullback of an expression: hands the adjoint of its value on to the adjoints of the variables and places that it reads.
 */
final class Pullback {

    private final Facts facts;
    private final Duals bars;
    private final Values values;
    private final Point point;
    private final List<Statement> out;

    /**
     * Prepares to pull back through expressions of one statement.
     *
     * @param point the statement, before which the expression was evaluated
     * @param out where the statements of the reverse sweep go
     */
    Pullback(Facts facts, Duals bars, Values values, Point point, List<Statement> out) {
        this.facts = facts;
        this.bars = bars;
        this.values = values;
        this.point = point;
        this.out = out;
    }

    /**
     * Adds the contributions of an expression whose value has the adjoint {@code bar}. If that is a variable, the expression must
     * not read the one it is the adjoint of.
     */
    void through(Expression expression, Expression bar) {
        if (!facts.activity().isActive(expression)) {
            return;
        }
        if (expression instanceof Expression.Read read) {
            out.add(Loops.add(bars.of(read.variable()), bar));
        } else if (expression instanceof Expression.Place place) {
            out.add(Loops.add(values.dualAt(point, place), bar));
        } else if (expression instanceof Expression.Unary unary) {
            through(unary.operand(), negate(bar));
        } else if (expression instanceof Expression.Cast cast) {
            through(cast.operand(), bar);
        } else if (expression instanceof Expression.Binary binary) {
            through(binary, bar);
        } else if (expression instanceof Expression.Apply apply) {
            ScalarRule rule = ScalarRules.of(apply.function());
            through(apply, apply.arguments(), rule.partials(), rule.singular(), bar);
        } else {
            throw new IllegalStateException("cannot pull back through " + expression);
        }
    }

    /** A variable of the reverse sweep that holds an adjoint which is used more than once. */
    Expression bind(Expression bar) {
        if (isSimple(bar)) {
            return bar;
        }
        Variable bound = Variable.synthetic("g", Type.DOUBLE);
        out.add(new Statement.Declare(bound, Optional.of(bar), Position.NOWHERE));
        return read(bound);
    }

    private void through(Expression.Binary binary, Expression bar) {
        Expression left = binary.left();
        Expression right = binary.right();
        Expression shared = isActive(left) && isActive(right) ? bind(bar) : bar;
        switch (binary.operator()) {
            case PLUS -> {
                through(left, shared);
                through(right, shared);
            }
            case MINUS -> {
                through(left, shared);
                through(right, negate(shared));
            }
            case TIMES -> {
                if (isActive(left)) {
                    through(left, times(shared, values.at(point, right)));
                }
                if (isActive(right)) {
                    through(right, times(shared, values.at(point, left)));
                }
            }
            case DIVIDE -> {
                Expression divisor = values.at(point, right);
                Expression share = isActive(right) ? bind(divide(bar, divisor)) : divide(bar, divisor);
                if (isActive(right)) {
                    through(right, negate(times(share, result(binary))));
                }
                through(left, share);
            }
            case REMAINDER -> {
                List<Partial> partials = ScalarRules.remainder();
                through(
                        binary,
                        List.of(left, right),
                        List.of(Optional.of(partials.get(0)), Optional.of(partials.get(1))),
                        List.of(),
                        bar);
            }
            default -> throw new IllegalStateException("cannot pull back through " + binary.operator());
        }
    }

    private void through(
            Expression whole,
            List<Expression> arguments,
            List<Optional<Partial>> partials,
            List<Partial> singular,
            Expression bar) {
        boolean several = !singular.isEmpty();
        for (int i = 0; i < arguments.size(); i++) {
            several |= i > 0 && partials.get(i).isPresent() && isActive(arguments.get(i));
        }
        Expression shared = several ? bind(bar) : bar;
        for (int i = 0; i < arguments.size(); i++) {
            if (partials.get(i).isPresent() && isActive(arguments.get(i))) {
                Expression factor = filled(partials.get(i).get(), whole, arguments);
                Expression where = singular.isEmpty() ? Singularity.NEVER : filled(singular.get(i), whole, arguments);
                through(arguments.get(i), Singularity.product(shared, factor, where));
            }
        }
    }

    private Expression filled(Partial partial, Expression whole, List<Expression> arguments) {
        Template template = new Template(partial, arguments);
        return template.fill(
                j -> values.at(point, arguments.get(j)),
                () -> result(whole),
                pattern -> computed(template, pattern, arguments));
    }

    /** A function of the function's arguments that a variable has the value of, such as the cosine beside a sine. */
    private Optional<Expression> computed(Template template, Expression pattern, List<Expression> arguments) {
        if (!(pattern instanceof Expression.Apply apply)
                || apply.parts().stream().anyMatch(part -> template.argument(part) < 0)) {
            return Optional.empty();
        }
        return values.computed(
                point,
                apply.function(),
                apply.parts().stream()
                        .map(part -> arguments.get(template.argument(part)))
                        .toList());
    }

    /** The value of a function: that of the variable it initialises, if it does, or else computed again. */
    private Expression result(Expression whole) {
        if (point.statement() instanceof Statement.Declare declare
                && declare.value().filter(value -> value == whole).isPresent()
                && values.isFinal(declare.variable())) {
            return values.at(point, Expressions.read(declare.variable()));
        }
        return values.at(point, whole);
    }

    private boolean isActive(Expression expression) {
        return facts.activity().isActive(expression);
    }

    private static boolean isSimple(Expression bar) {
        return bar instanceof Expression.Literal
                || bar instanceof Expression.Read
                || bar instanceof Expression.Unary unary && isSimple(unary.operand());
    }
}
