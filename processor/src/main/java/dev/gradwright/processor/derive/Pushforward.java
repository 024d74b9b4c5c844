package dev.gradwright.processor.derive;

import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.ScalarRule;
import dev.gradwright.processor.rules.ScalarRules;
import dev.gradwright.processor.rules.Singularity;
import dev.gradwright.processor.rules.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The pushforward of an expression: its tangent, from the tangents of the variables and places that it reads. */
final class Pushforward {

    private final Predicate<Expression> active;
    private final Duals dots;

    /**
     * Prepares to push forward.
     *
     * @param active whether the value of an expression carries a derivative
     * @param dots where tangents are kept
     */
    Pushforward(Predicate<Expression> active, Duals dots) {
        this.active = active;
        this.dots = dots;
    }

    /** The tangent of an expression; zero if it carries no derivative. */
    Expression of(Expression expression) {
        return tangent(expression).orElse(Expressions.ZERO);
    }

    private Optional<Expression> tangent(Expression expression) {
        if (!active.test(expression)) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Read read) {
            return Optional.of(Expressions.read(dots.of(read.variable())));
        } else if (expression instanceof Expression.Place place) {
            return Optional.of(dots.place(place));
        } else if (expression instanceof Expression.Remembered remembered) {
            return Optional.of(dots.of(remembered));
        } else if (expression instanceof Expression.Conditional choice) {
            return Optional.of(Expressions.choose(choice.condition(), of(choice.then()), of(choice.otherwise())));
        } else if (expression instanceof Expression.Unary unary) {
            return tangent(unary.operand()).map(Expressions::negate);
        } else if (expression instanceof Expression.Cast cast) {
            return tangent(cast.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return tangent(binary);
        } else if (expression instanceof Expression.Apply apply) {
            ScalarRule rule = ScalarRules.of(apply.function());
            return chain(apply, apply.arguments(), rule.partials(), rule.singular());
        }
        throw new IllegalStateException("cannot push forward through " + expression);
    }

    private Optional<Expression> tangent(Expression.Binary binary) {
        Expression left = binary.left();
        Expression right = binary.right();
        Optional<Expression> dLeft = tangent(left);
        Optional<Expression> dRight = tangent(right);
        return switch (binary.operator()) {
            case PLUS -> sum(dLeft, dRight);
            case MINUS ->
                dLeft.isPresent() && dRight.isPresent()
                        ? Optional.of(minus(dLeft.get(), dRight.get()))
                        : dLeft.or(() -> dRight.map(Expressions::negate));
            case TIMES -> sum(dLeft.map(dot -> times(dot, right)), dRight.map(dot -> times(left, dot)));
            case DIVIDE ->
                sum(dLeft, dRight.map(dot -> negate(times(binary, dot)))).map(dot -> divide(dot, right));
            case REMAINDER -> {
                List<Partial> partials = ScalarRules.remainder();
                yield chain(
                        binary,
                        List.of(left, right),
                        List.of(Optional.of(partials.get(0)), Optional.of(partials.get(1))),
                        List.of());
            }
            default -> throw new IllegalStateException("cannot push forward through " + binary.operator());
        };
    }

    private Optional<Expression> chain(
            Expression whole, List<Expression> arguments, List<Optional<Partial>> partials, List<Partial> singular) {
        Optional<Expression> total = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            if (partials.get(i).isPresent()) {
                Expression factor = filled(partials.get(i).get(), whole, arguments);
                Expression where = singular.isEmpty() ? Singularity.NEVER : filled(singular.get(i), whole, arguments);
                total = sum(total, tangent(arguments.get(i)).map(dot -> Singularity.product(dot, factor, where)));
            }
        }
        return total;
    }

    private static Expression filled(Partial partial, Expression whole, List<Expression> arguments) {
        return new Template(partial, arguments).fill(arguments::get, () -> whole);
    }

    private static Optional<Expression> sum(Optional<Expression> first, Optional<Expression> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(plus(first.get(), second.get()))
                : first.or(() -> second);
    }
}
