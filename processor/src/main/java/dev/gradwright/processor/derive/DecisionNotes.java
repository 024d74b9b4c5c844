package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Activity;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Noted;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Kinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has a tangent note the decisions that depend on active values: which way a branch goes, which side of a maximum is taken, where a step function
 * is. Where they differ at two points there is a kink between them. Gradients are spared this; tangents serve checks.
 */
public final class DecisionNotes {

    private final Activity activity;
    private final Set<Variable> own = Collections.newSetFromMap(new IdentityHashMap<>());

    private DecisionNotes(Method source, Activity activity) {
        this.activity = activity;
        source.parameters().forEach(parameter -> own.add(parameter.variable()));
        Walk.statements(source.body(), statement -> {
            own.addAll(Walk.declared(statement));
            if (statement instanceof Statement.For loop) {
                own.add(loop.index());
            }
        });
    }

    /** A body made from a method, with notes. */
    public static Block in(Block body, Method source, Activity activity) {
        return new DecisionNotes(source, activity).block(body);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            // what has no place in the source computes derivatives
            Statement noted = statement.position().line() > 0 ? statement(statement) : statement;
            out.add(Substitution.blocks(noted, this::block));
        }
        return new Block(out);
    }

    private Statement statement(Statement statement) {
        Position position = statement.position();
        Statement inner = Substitution.expressions(
                statement, expression -> Substitution.everywhere(expression, part -> noted(part, position)));
        if (inner instanceof Statement.If choice) {
            return new Statement.If(
                    condition(choice.condition(), "branch", position), choice.then(), choice.otherwise(), position);
        } else if (inner instanceof Statement.While loop) {
            return new Statement.While(condition(loop.condition(), "loop", position), loop.body(), position);
        } else if (inner instanceof Statement.For loop) {
            Expression condition = condition(loop.condition(), "loop", position);
            return new Statement.For(loop.index(), loop.start(), condition, loop.step(), loop.body(), position);
        } else if (inner instanceof Statement.Operate operate && !Kinks.isSmooth(operate.operation())) {
            List<Expression> arguments = unknown(operate.operation().toString(), operate.arguments(), position);
            return new Statement.Operate(operate.result(), operate.operation(), arguments, position);
        } else if (inner instanceof Statement.CallInactive call && call.result().isPresent()) {
            // a method whose derivative is given by hand
            List<Expression> arguments = unknown(call.target().toString(), call.arguments(), position);
            return new Statement.CallInactive(call.result(), call.target(), arguments, call.onlyReads(), position);
        }
        return inner;
    }

    private Expression noted(Expression part, Position position) {
        if (part instanceof Expression.Conditional choice) {
            return new Expression.Conditional(
                    choice.type(),
                    condition(choice.condition(), "branch", position),
                    choice.then(),
                    choice.otherwise());
        } else if (part instanceof Expression.Apply apply
                && apply.arguments().stream().anyMatch(this::isVaried)) {
            return function(apply, position);
        } else if (part instanceof Expression.Cast cast && cast.type() != Type.DOUBLE && isVaried(cast.operand())) {
            return truncated(cast, position);
        } else if (part instanceof Expression.Binary binary
                && binary.operator() == BinaryOperator.REMAINDER
                && isVaried(binary)) {
            Expression quotient = new Expression.Binary(
                    Type.DOUBLE, BinaryOperator.DIVIDE, plain(binary.left()), plain(binary.right()));
            Expression piece = new Expression.Cast(Type.LONG, quotient, false);
            return new Noted(position, "%", part, Optional.of(piece));
        }
        return part;
    }

    /** A narrow type is reached by way of int, as in Java. */
    private static Expression truncated(Expression.Cast cast, Position position) {
        boolean isWide = cast.type() == Type.INT || cast.type() == Type.LONG;
        Expression whole = isWide ? cast : new Expression.Cast(Type.INT, cast.operand(), false);
        Expression noted = itself(whole, "(" + cast.type() + ")", position);
        return isWide ? noted : new Expression.Cast(cast.type(), noted, false);
    }

    private Expression function(Expression.Apply apply, Position position) {
        Function function = apply.function();
        if (!function.partials().isEmpty()) {
            return new Noted(position, function.toString(), apply, Optional.empty());
        }
        Expression noted = apply;
        for (Expression decision : Kinks.decisions((Expression.Apply) plain(apply))) {
            // a step function decides on its own value
            Expression decided = decision.equals(plain(apply)) ? apply : decision;
            noted = new Noted(position, function.toString(), noted, Optional.of(decided));
        }
        return noted;
    }

    private Expression condition(Expression condition, String what, Position position) {
        return dependsOnVaried(condition) ? itself(condition, what, position) : condition;
    }

    private static Expression itself(Expression decision, String what, Position position) {
        return new Noted(position, what, decision, Optional.of(decision));
    }

    /** The arguments of something that does not say what it decides on those of them that are varied. */
    private List<Expression> unknown(String what, List<Expression> arguments, Position position) {
        List<Expression> noted = new ArrayList<>();
        for (Expression argument : arguments) {
            boolean isVaried =
                    argument.type().carriesDerivative() && isOwn(argument) && activity.isVaried(plain(argument));
            noted.add(isVaried ? new Noted(position, what, argument, Optional.empty()) : argument);
        }
        return noted;
    }

    /** Whether a number of the method depends on what derivatives are taken with respect to. */
    private boolean isVaried(Expression number) {
        return number.type() == Type.DOUBLE && isOwn(number) && activity.isVaried(plain(number));
    }

    /** An expression without the notes in it. */
    private static Expression plain(Expression expression) {
        return Substitution.everywhere(expression, part -> part instanceof Noted noted ? noted.value() : part);
    }

    /** Whether a number somewhere in an expression of the method depends on what derivatives are taken with respect to. */
    private boolean dependsOnVaried(Expression expression) {
        return isOwn(expression)
                && Walk.any(expression, part -> part.type() == Type.DOUBLE && activity.isVaried(plain(part)));
    }

    /** Whether an expression is of the method, and no derivative. */
    private boolean isOwn(Expression expression) {
        return !Walk.any(
                expression,
                part -> part instanceof Expression.Read read && !own.contains(read.variable())
                        || part instanceof Expression.DerivativeField
                        || part instanceof Expression.Remembered
                        || part instanceof Expression.TangentOf
                        || part instanceof Expression.ShadowOf);
    }
}
