package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Run;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has loops put numbers on the tape, doubles and ints, and take them off, by indices in local variables, which compiled code keeps in registers, where
 * methods of the tape would read and write its fields at each number. What lies on the tape in the end is the same, so each half of an
 * adjoint may do so or not. Room for a loop that counts to a known bound is made before it, and what it reads of an array it leaves alone is
 * copied together.
 */
public final class TapeRuns {

    private final Type type;

    private TapeRuns(Type type) {
        this.type = type;
    }

    /** The adjoint, with runs in all its parts. */
    public static AdjointMethod in(AdjointMethod adjoint) {
        return adjoint.withBlocks(body -> new TapeRuns(Type.INT).block(new TapeRuns(Type.DOUBLE).block(body)));
    }

    /** Finds stretches of statements that leave the tape's numbers alone but for putting some on or taking some off in loops. */
    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        List<Statement> stretch = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (isPlain(statement)) {
                stretch.add(statement);
            } else {
                addStretch(stretch, out);
                stretch.clear();
                out.add(Substitution.blocks(statement, this::block));
            }
        }
        addStretch(stretch, out);
        return new Block(out);
    }

    /** Whether a statement, and those inside it, use the tape's numbers only by putting some on or taking some off. */
    private boolean isPlain(Statement statement) {
        boolean isPlain = statement instanceof Statement.Declare
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Store
                || statement instanceof Statement.If
                || statement instanceof Statement.For
                || statement instanceof Statement.While
                || statement instanceof Statement.Push
                || statement instanceof Statement.Pop
                || statement instanceof Statement.OpenRun
                || statement instanceof Statement.Room
                || statement instanceof Statement.Put
                || statement instanceof Statement.PutAll
                || statement instanceof Statement.Take
                || statement instanceof Statement.CloseRun
                || statement instanceof Statement.Note;
        return isPlain
                && !isNarrow(statement)
                && Walk.blocks(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .allMatch(this::isPlain);
    }

    /** Whether a statement puts a char, byte or short on the tape, or takes one off: they lie among the ints. */
    private boolean isNarrow(Statement statement) {
        Type moved = statement instanceof Statement.Push push
                ? push.value().type()
                : statement instanceof Statement.Pop pop ? pop.variable().type() : type;
        return type == Type.INT && (moved == Type.CHAR || moved == Type.BYTE || moved == Type.SHORT);
    }

    private void addStretch(List<Statement> stretch, List<Statement> out) {
        int first = 0;
        while (first < stretch.size() && !loopsOverNumbers(stretch.get(first))) {
            first++;
        }
        int end = stretch.size();
        while (end > first && numbers(stretch.get(end - 1)) == 0) {
            end--;
        }
        out.addAll(stretch.subList(0, first));
        if (first < end) {
            boolean isInt = type == Type.INT;
            Run run = new Run(
                    Variable.synthetic(isInt ? "keptInts" : "kept", new Type.ArrayOf(type)),
                    Variable.synthetic(isInt ? "intTop" : "top", Type.INT));
            out.add(new Statement.OpenRun(run));
            out.addAll(inRun(run, stretch.subList(first, end)));
            out.add(new Statement.CloseRun(run));
        }
        out.addAll(stretch.subList(end, stretch.size()));
    }

    /** Statements that use the run, with room made for what they put there. */
    private List<Statement> inRun(Run run, List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (puts(statement) && (i == 0 || !puts(statements.get(i - 1)))) {
                int together = 1;
                while (i + together < statements.size() && puts(statements.get(i + together))) {
                    together++;
                }
                out.add(new Statement.Room(run, together, Expressions.literal(1)));
            }
            out.add(inRun(run, statement, out));
        }
        return out;
    }

    private Statement inRun(Run run, Statement statement, List<Statement> before) {
        if (puts(statement)) {
            return new Statement.Put(run, ((Statement.Push) statement).value());
        } else if (takes(statement)) {
            return new Statement.Take(run, ((Statement.Pop) statement).variable());
        } else if (statement instanceof Statement.For loop) {
            Optional<Expression> turns = turns(loop);
            int each = pushed(loop.body());
            if (turns.isPresent() && each > 0) {
                before.add(new Statement.Room(run, each, turns.get()));
                Optional<Expression> array = copied(loop, turns.get());
                if (array.isPresent()) {
                    before.add(Substitution.blocks(loop, this::withoutPuts));
                    return new Statement.PutAll(run, array.get(), turns.get());
                }
                return Substitution.blocks(loop, body -> withRoom(run, body));
            }
        }
        return Substitution.blocks(statement, body -> new Block(inRun(run, body.statements())));
    }

    /**
     * The array whose elements are what a loop puts on the tape, one by one from the first on, if it leaves arrays as they are: then they are
     * copied there together when the loop has been through them.
     */
    private Optional<Expression> copied(Statement.For loop, Expression turns) {
        List<Statement> statements = loop.body().statements();
        boolean isSimple = turns instanceof Expression.Length
                && loop.step() == 1
                && statements.stream().filter(this::puts).count() == 1
                && numbers(loop) == 1
                && !Walk.any(loop.body(), inner -> inner instanceof Statement.Store);
        return statements.stream()
                .filter(statement -> isSimple && puts(statement))
                .map(put -> declared(loop.body(), ((Statement.Push) put).value()))
                .filter(value -> value instanceof Expression.Element element
                        && element.array().type().equals(new Type.ArrayOf(type))
                        && element.array() instanceof Expression.Read array
                        && element.index().equals(Expressions.read(loop.index()))
                        && !Assignments.writes(loop.body(), array.variable()))
                .map(value -> ((Expression.Element) value).array())
                .findFirst();
    }

    /** What a name of a block stands for, if the block itself gives it its only value. */
    private static Expression declared(Block block, Expression value) {
        List<Statement> writing = block.statements().stream()
                .filter(statement ->
                        value instanceof Expression.Read read && Assignments.writes(statement, read.variable()))
                .toList();
        return writing.size() == 1
                        && writing.get(0) instanceof Statement.Declare declare
                        && declare.value().isPresent()
                ? declare.value().get()
                : value;
    }

    private Block withoutPuts(Block block) {
        return new Block(block.statements().stream()
                .filter(statement -> !puts(statement))
                .toList());
    }

    /** A block for which there is room. */
    private Block withRoom(Run run, Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            out.add(
                    puts(statement) || takes(statement)
                            ? inRun(run, statement, out)
                            : Substitution.blocks(statement, body -> withRoom(run, body)));
        }
        return new Block(out);
    }

    /** How often a loop turns, if that is known before it and no loop inside it puts numbers on the tape. */
    private Optional<Expression> turns(Statement.For loop) {
        boolean isInnermost = !Walk.any(loop.body(), inner -> isLoop(inner) && pushed(inner) > 0);
        if (!isInnermost
                || Math.abs(loop.step()) != 1
                || !(loop.condition() instanceof Expression.Binary test)
                || !test.left().equals(Expressions.read(loop.index()))
                || !Steady.in(loop, test.right())
                || !Steady.in(loop, loop.start())) {
            return Optional.empty();
        }
        boolean up = loop.step() > 0;
        boolean inclusive = test.operator() == (up ? BinaryOperator.LESS_EQUAL : BinaryOperator.GREATER_EQUAL);
        if (!inclusive && test.operator() != (up ? BinaryOperator.LESS : BinaryOperator.GREATER)) {
            return Optional.empty();
        }
        Expression from = up ? loop.start() : test.right();
        Expression to = up ? test.right() : loop.start();
        Expression turns = Inductions.isZero(from) ? to : Expressions.minus(to, from);
        return Optional.of(inclusive ? Expressions.plus(turns, Expressions.literal(1)) : turns);
    }

    private static boolean isLoop(Statement statement) {
        return statement instanceof Statement.For || statement instanceof Statement.While;
    }

    private boolean loopsOverNumbers(Statement statement) {
        return isLoop(statement) && numbers(statement) > 0
                || Walk.blocks(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .anyMatch(this::loopsOverNumbers);
    }

    private boolean puts(Statement statement) {
        return statement instanceof Statement.Push push && push.value().type() == type;
    }

    private boolean takes(Statement statement) {
        return statement instanceof Statement.Pop pop && pop.variable().type() == type;
    }

    /** How many statements in one put numbers on the tape or take them off. */
    private int numbers(Statement statement) {
        int inside = Walk.blocks(statement).stream()
                .flatMap(block -> block.statements().stream())
                .mapToInt(this::numbers)
                .sum();
        return inside + (puts(statement) || takes(statement) ? 1 : 0);
    }

    private int pushed(Statement statement) {
        return (puts(statement) ? 1 : 0)
                + Walk.blocks(statement).stream().mapToInt(this::pushed).sum();
    }

    private int pushed(Block block) {
        return block.statements().stream().mapToInt(this::pushed).sum();
    }
}
