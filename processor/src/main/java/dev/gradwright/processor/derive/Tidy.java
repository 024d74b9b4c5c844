package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes generated code read as if written by hand: what is never read goes, an adjoint is declared with its first
 * contribution, and a value that the processor named and that is used once, in the next statement, stands there instead.
 */
final class Tidy {

    private Tidy() {}

    /** Tidies the body of a method. */
    static Block block(Block body) {
        Block current = body;
        for (Block next = once(current); !next.equals(current); next = once(current)) {
            current = next;
        }
        return current;
    }

    private static Block once(Block body) {
        Block pruned = prune(body, new Uses(body));
        return merge(fold(pruned, new Uses(pruned)));
    }

    /** Drops declarations and assignments of variables that are never read, and what is empty. */
    private static Block prune(Block block, Uses uses) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            Statement inner = Substitution.blocks(statement, body -> prune(body, uses));
            boolean unread =
                    written(inner).filter(variable -> uses.reads(variable) == 0).isPresent();
            boolean empty = inner instanceof Statement.If choice
                    && choice.then().isEmpty()
                    && choice.otherwise().isEmpty()
                    && !mayThrow(choice.condition());
            if (!unread && !empty) {
                out.add(inner);
            }
        }
        return new Block(out);
    }

    /** Whether evaluating a test may throw, which must not be lost with what it guards. */
    private static boolean mayThrow(Expression test) {
        return Walk.any(
                test,
                part -> !(part instanceof Expression.Read
                        || part instanceof Expression.Literal
                        || part instanceof Expression.Null
                        || part instanceof Expression.Unary
                        || part instanceof Expression.Cast
                        || part instanceof Expression.Binary binary
                                && (binary.type() == Type.DOUBLE || binary.type() == Type.BOOLEAN)));
    }

    /** The variable of ours that a statement does nothing but write; the user's own statements stay as they are. */
    private static Optional<Variable> written(Statement statement) {
        return target(statement).filter(Variable::isSynthetic);
    }

    private static Optional<Variable> target(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            return Optional.of(declare.variable());
        } else if (statement instanceof Statement.Assign assign) {
            return Optional.of(assign.variable());
        } else if (statement instanceof Statement.Allocate allocate) {
            return Optional.of(allocate.variable());
        }
        return Optional.empty();
    }

    /** Puts a value used once into its use, if that is in the next statement. */
    private static Block fold(Block block, Uses uses) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            Statement next = Substitution.blocks(statement, body -> fold(body, uses));
            while (!out.isEmpty() && foldable(out.get(out.size() - 1), next, uses)) {
                Statement.Declare declare = (Statement.Declare) out.remove(out.size() - 1);
                Expression value = declare.value().orElseThrow();
                next = Substitution.expressions(
                        next,
                        e -> Substitution.everywhere(
                                e, part -> part.equals(Expressions.read(declare.variable())) ? value : part));
            }
            out.add(next);
        }
        return new Block(out);
    }

    private static boolean foldable(Statement first, Statement next, Uses uses) {
        if (!(first instanceof Statement.Declare declare)
                || declare.value().isEmpty()
                || !declare.variable().isSynthetic()
                || uses.reads(declare.variable()) != 1
                || uses.writes(declare.variable()) != 1
                || next instanceof Statement.While
                || next instanceof Statement.For) {
            return false;
        }
        return Walk.expressions(next).stream().anyMatch(e -> Expressions.reads(e, declare.variable()));
    }

    /** Declares an adjoint with its first contribution, and joins contributions that follow each other. */
    private static Block merge(Block block) {
        List<Statement> statements = new ArrayList<>();
        block.statements().forEach(statement -> statements.add(Substitution.blocks(statement, Tidy::merge)));
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Declare declare
                    && declare.variable().isSynthetic()
                    && declare.value().filter(Expressions.ZERO::equals).isPresent()) {
                Variable variable = declare.variable();
                int first = i + 1;
                while (first < statements.size() && !mentions(statements.get(first), variable)) {
                    first++;
                }
                Optional<Expression> contribution =
                        first < statements.size() ? contribution(statements.get(first), variable) : Optional.empty();
                if (contribution.isPresent()) {
                    statements.set(
                            first,
                            new Statement.Declare(
                                    variable,
                                    contribution,
                                    statements.get(first).position()));
                    statements.remove(i);
                    i--;
                }
            }
        }
        return new Block(statements);
    }

    /** What a statement adds to a variable, if that is all it does. */
    private static Optional<Expression> contribution(Statement statement, Variable variable) {
        if (statement instanceof Statement.Assign assign
                && assign.variable() == variable
                && assign.value() instanceof Expression.Binary sum
                && sum.left().equals(Expressions.read(variable))
                && !Expressions.reads(sum.right(), variable)) {
            if (sum.operator() == BinaryOperator.PLUS) {
                return Optional.of(sum.right());
            } else if (sum.operator() == BinaryOperator.MINUS) {
                return Optional.of(Expressions.negate(sum.right()));
            }
        }
        return Optional.empty();
    }

    private static boolean mentions(Statement statement, Variable variable) {
        return statement instanceof Statement.Assign assign && assign.variable() == variable
                || Walk.expressions(statement).stream().anyMatch(e -> Expressions.reads(e, variable))
                || Walk.blocks(statement).stream()
                        .anyMatch(block -> block.statements().stream().anyMatch(inner -> mentions(inner, variable)));
    }
}
