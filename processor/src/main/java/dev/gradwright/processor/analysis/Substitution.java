package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds statements with other expressions or other inner blocks. */
public final class Substitution {

    private Substitution() {}

    /** Applies a change to every expression of a tree, inner ones first. */
    public static Expression everywhere(Expression expression, UnaryOperator<Expression> change) {
        List<Expression> parts = new ArrayList<>();
        boolean isChanged = false;
        for (Expression part : expression.parts()) {
            Expression changed = everywhere(part, change);
            isChanged |= changed != part;
            parts.add(changed);
        }
        return change.apply(isChanged ? expression.withParts(parts) : expression);
    }

    /** Applies a change to every expression of a block, inner blocks and inner expressions included. */
    public static Block everywhere(Block block, UnaryOperator<Expression> change) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            Statement inner = blocks(statement, body -> everywhere(body, change));
            statements.add(expressions(inner, expression -> everywhere(expression, change)));
        }
        return new Block(statements);
    }

    /** The statement with the change applied to the expressions directly inside it, and its inner blocks as they are. */
    public static Statement expressions(Statement statement, UnaryOperator<Expression> change) {
        if (statement instanceof Statement.Declare s) {
            return new Statement.Declare(s.variable(), s.value().map(change), s.position());
        } else if (statement instanceof Statement.Assign s) {
            return new Statement.Assign(s.variable(), change.apply(s.value()), s.position());
        } else if (statement instanceof Statement.Store s) {
            return new Statement.Store(
                    (Expression.Place) change.apply(s.place()), change.apply(s.value()), s.position());
        } else if (statement instanceof Statement.Allocate s) {
            return new Statement.Allocate(s.variable(), allocation(s.allocation(), change), s.position());
        } else if (statement instanceof Statement.Operate s) {
            return new Statement.Operate(s.result(), s.operation(), all(s.arguments(), change), s.position());
        } else if (statement instanceof Statement.CallHelper s) {
            return new Statement.CallHelper(s.results(), s.callee(), all(s.arguments(), change), s.position());
        } else if (statement instanceof Statement.CallModel s) {
            return new Statement.CallModel(
                    s.results(), s.receiver().map(change), s.callee(), all(s.arguments(), change), s.position());
        } else if (statement instanceof Statement.CallGiven s) {
            return new Statement.CallGiven(s.result(), s.given(), all(s.arguments(), change), s.position());
        } else if (statement instanceof Statement.CallInactive s) {
            return new Statement.CallInactive(
                    s.result(), s.target(), all(s.arguments(), change), s.onlyReads(), s.position());
        } else if (statement instanceof Statement.If s) {
            return new Statement.If(change.apply(s.condition()), s.then(), s.otherwise(), s.position());
        } else if (statement instanceof Statement.For s) {
            return new Statement.For(
                    s.index(), change.apply(s.start()), change.apply(s.condition()), s.step(), s.body(), s.position());
        } else if (statement instanceof Statement.While s) {
            return new Statement.While(change.apply(s.condition()), s.body(), s.position());
        } else if (statement instanceof Statement.Assert s) {
            return new Statement.Assert(change.apply(s.condition()), s.detail().map(change), s.position());
        } else if (statement instanceof Statement.Throw s) {
            return new Statement.Throw(s.exception(), all(s.arguments(), change), s.position());
        } else if (statement instanceof Statement.Push s) {
            return new Statement.Push(change.apply(s.value()));
        } else if (statement instanceof Statement.Room s) {
            return new Statement.Room(s.run(), s.each(), change.apply(s.turns()));
        } else if (statement instanceof Statement.Put s) {
            return new Statement.Put(s.run(), change.apply(s.value()));
        } else if (statement instanceof Statement.PutAll s) {
            return new Statement.PutAll(s.run(), change.apply(s.array()), change.apply(s.count()));
        } else if (statement instanceof Statement.Invoke s) {
            return new Statement.Invoke(
                    s.result(),
                    s.receiver().map(change),
                    s.method(),
                    all(s.arguments(), change),
                    s.passed(),
                    s.position());
        } else if (statement instanceof Statement.Remember s) {
            return new Statement.Remember(s.name(), change.apply(s.value()));
        } else if (statement instanceof Statement.Reshape s) {
            return new Statement.Reshape(
                    change.apply(s.matrix()),
                    change.apply(s.derivative()),
                    change.apply(s.rows()),
                    change.apply(s.columns()));
        } else if (statement instanceof Statement.Restore s) {
            return new Statement.Restore(change.apply(s.derivative()));
        } else if (statement instanceof Statement.Deliver s) {
            return new Statement.Deliver(s.rule(), change.apply(s.returned()), change.apply(s.dual()));
        } else if (statement instanceof Statement.Difference s) {
            return new Statement.Difference(
                    s.tangent(),
                    s.name(),
                    s.method(),
                    all(s.arguments(), change),
                    s.directions().stream().map(d -> d.map(change)).toList());
        } else if (statement instanceof Statement.Tell s) {
            return new Statement.Tell(
                    s.isAfter(), s.isRule(), s.site(), s.what(), all(s.duals(), change), all(s.numbers(), change));
        } else if (statement instanceof Statement.RequireNew s) {
            return new Statement.RequireNew(s.method(), change.apply(s.result()), all(s.arguments(), change));
        }
        return statement;
    }

    /** The statement with the change applied to its inner blocks. */
    public static Statement blocks(Statement statement, UnaryOperator<Block> change) {
        if (statement instanceof Statement.If s) {
            return new Statement.If(s.condition(), change.apply(s.then()), change.apply(s.otherwise()), s.position());
        } else if (statement instanceof Statement.For s) {
            return new Statement.For(
                    s.index(), s.start(), s.condition(), s.step(), change.apply(s.body()), s.position());
        } else if (statement instanceof Statement.While s) {
            return new Statement.While(s.condition(), change.apply(s.body()), s.position());
        } else if (statement instanceof Statement.TryFinally s) {
            return new Statement.TryFinally(change.apply(s.body()), change.apply(s.last()), s.position());
        }
        return statement;
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> change) {
        return expressions.stream().map(change).toList();
    }

    private static Statement.Allocation allocation(Statement.Allocation allocation, UnaryOperator<Expression> change) {
        if (allocation instanceof Statement.Allocation.NewArray a) {
            return new Statement.Allocation.NewArray(a.type(), all(a.lengths(), change));
        } else if (allocation instanceof Statement.Allocation.NewMatrix a) {
            return new Statement.Allocation.NewMatrix(change.apply(a.rows()), change.apply(a.columns()));
        } else if (allocation instanceof Statement.Allocation.Shadow a) {
            return new Statement.Allocation.Shadow(allocation(a.made(), change));
        } else if (allocation instanceof Statement.Allocation.Checkpoints
                || allocation instanceof Statement.Allocation.Kept) {
            return allocation;
        } else if (allocation instanceof Statement.Allocation.DeepCopy a) {
            return new Statement.Allocation.DeepCopy(change.apply(a.source()));
        } else if (allocation instanceof Statement.Allocation.Share a) {
            return new Statement.Allocation.Share(a.isFirst(), change.apply(a.like()));
        }
        return new Statement.Allocation.Copy(change.apply(((Statement.Allocation.Copy) allocation).source()));
    }
}
