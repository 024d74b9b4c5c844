package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Visits statements and the expressions inside them, in the order of the source. */
public final class Walk {

    private Walk() {}

    /** Visits every statement of a block, outer ones before those inside them. */
    public static void statements(Block block, Consumer<Statement> visitor) {
        for (Statement statement : block.statements()) {
            visitor.accept(statement);
            blocks(statement).forEach(inner -> statements(inner, visitor));
        }
    }

    /** The blocks directly inside a statement. */
    public static List<Block> blocks(Statement statement) {
        if (statement instanceof Statement.If choice) {
            return List.of(choice.then(), choice.otherwise());
        }
        if (statement instanceof Statement.For loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.While loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.TryFinally attempt) {
            return List.of(attempt.body(), attempt.last());
        }
        return List.of();
    }

    /** The expressions directly inside a statement, not those of the blocks inside it. */
    public static List<Expression> expressions(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            return declare.value().map(List::of).orElse(List.of());
        } else if (statement instanceof Statement.Assign assign) {
            return List.of(assign.value());
        } else if (statement instanceof Statement.Store store) {
            return List.of(store.place(), store.value());
        } else if (statement instanceof Statement.Allocate allocate) {
            return allocated(allocate.allocation());
        } else if (statement instanceof Statement.Operate operate) {
            return operate.arguments();
        } else if (statement instanceof Statement.CallHelper call) {
            return call.arguments();
        } else if (statement instanceof Statement.CallModel call) {
            List<Expression> all = new ArrayList<>(call.receiver().stream().toList());
            all.addAll(call.arguments());
            return all;
        } else if (statement instanceof Statement.CallGiven call) {
            return call.arguments();
        } else if (statement instanceof Statement.CallInactive call) {
            return call.arguments();
        } else if (statement instanceof Statement.If choice) {
            return List.of(choice.condition());
        } else if (statement instanceof Statement.For loop) {
            return List.of(loop.start(), loop.condition());
        } else if (statement instanceof Statement.While loop) {
            return List.of(loop.condition());
        } else if (statement instanceof Statement.Assert claim) {
            List<Expression> all = new ArrayList<>(List.of(claim.condition()));
            claim.detail().ifPresent(all::add);
            return all;
        } else if (statement instanceof Statement.Throw thrown) {
            return thrown.arguments();
        } else if (statement instanceof Statement.Push push) {
            return List.of(push.value());
        } else if (statement instanceof Statement.Room room) {
            return List.of(room.turns());
        } else if (statement instanceof Statement.Put put) {
            return List.of(put.value());
        } else if (statement instanceof Statement.PutAll put) {
            return List.of(put.array(), put.count());
        } else if (statement instanceof Statement.Invoke invoke) {
            List<Expression> all = new ArrayList<>(invoke.receiver().stream().toList());
            all.addAll(invoke.arguments());
            return all;
        } else if (statement instanceof Statement.Remember remember) {
            return List.of(remember.value());
        } else if (statement instanceof Statement.Reshape reshape) {
            return List.of(reshape.matrix(), reshape.derivative(), reshape.rows(), reshape.columns());
        } else if (statement instanceof Statement.Restore restore) {
            return List.of(restore.derivative());
        } else if (statement instanceof Statement.Deliver deliver) {
            return List.of(deliver.returned(), deliver.dual());
        } else if (statement instanceof Statement.Difference difference) {
            List<Expression> all = new ArrayList<>(difference.arguments());
            difference.directions().forEach(direction -> direction.ifPresent(all::add));
            all.add(new Expression.Read(difference.tangent()));
            return all;
        } else if (statement instanceof Statement.Tell tell) {
            List<Expression> all = new ArrayList<>(tell.duals());
            all.addAll(tell.numbers());
            return all;
        } else if (statement instanceof Statement.LeftOver left) {
            List<Expression> all = new ArrayList<>(left.duals());
            all.addAll(left.arguments());
            return all;
        } else if (statement instanceof Statement.RequireNew require) {
            List<Expression> all = new ArrayList<>(List.of(require.result()));
            all.addAll(require.arguments());
            return all;
        }
        return List.of();
    }

    /** Whether the test holds for the expression or one inside it. */
    public static boolean any(Expression expression, Predicate<Expression> test) {
        if (test.test(expression)) {
            return true;
        }
        // a loop, for this is asked of every expression, often
        for (Expression part : expression.parts()) {
            if (any(part, test)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the test holds for a statement of the block or one inside it. */
    public static boolean any(Block block, Predicate<Statement> test) {
        for (Statement statement : block.statements()) {
            if (test.test(statement) || blocks(statement).stream().anyMatch(inner -> any(inner, test))) {
                return true;
            }
        }
        return false;
    }

    /** The variables that a statement declares in its own block. */
    public static List<Variable> declared(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            return List.of(declare.variable());
        } else if (statement instanceof Statement.Allocate allocate) {
            return List.of(allocate.variable());
        } else if (statement instanceof Statement.Operate operate) {
            return operate.result().map(List::of).orElse(List.of());
        } else if (statement instanceof Statement.CallHelper call) {
            return call.results();
        } else if (statement instanceof Statement.CallModel call) {
            return call.results();
        } else if (statement instanceof Statement.CallGiven call) {
            return List.of(call.result());
        } else if (statement instanceof Statement.CallInactive call) {
            return call.result().map(List::of).orElse(List.of());
        } else if (statement instanceof Statement.Pop pop) {
            return List.of(pop.variable());
        } else if (statement instanceof Statement.OpenRun open) {
            return List.of(open.run().cells(), open.run().top());
        } else if (statement instanceof Statement.Take take) {
            return List.of(take.variable());
        } else if (statement instanceof Statement.Invoke invoke) {
            return invoke.result().map(List::of).orElse(List.of());
        }
        return List.of();
    }

    private static List<Expression> allocated(Statement.Allocation allocation) {
        if (allocation instanceof Statement.Allocation.NewArray array) {
            return array.lengths();
        } else if (allocation instanceof Statement.Allocation.NewMatrix matrix) {
            return List.of(matrix.rows(), matrix.columns());
        } else if (allocation instanceof Statement.Allocation.Shadow shadow) {
            return allocated(shadow.made());
        } else if (allocation instanceof Statement.Allocation.Checkpoints
                || allocation instanceof Statement.Allocation.Kept) {
            return List.of();
        } else if (allocation instanceof Statement.Allocation.DeepCopy copy) {
            return List.of(copy.source());
        } else if (allocation instanceof Statement.Allocation.Share share) {
            return List.of(share.like());
        }
        return List.of(((Statement.Allocation.Copy) allocation).source());
    }
}
