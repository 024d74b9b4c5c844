package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Aliases;
import dev.gradwright.processor.analysis.Checkpointing;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Loops of checkpointed steps. The forward sweep runs the steps without a record and keeps some of their states; the reverse sweep
 * asks the runtime, turn by turn, which step to run again from a state and which to record and reverse.
 */
final class CheckpointedLoops {

    private static final Type CHECKPOINTS = new Type.Derivative(ClassRef.of("dev.gradwright.tape", "Checkpoints"));

    private final Facts facts;
    private final Protocol protocol;
    private final Duals bars;
    private final Keeping keeping;
    private final Values values;
    private final Calls calls;

    CheckpointedLoops(Facts facts, Protocol protocol, Duals bars, Keeping keeping, Values values, Calls calls) {
        this.facts = facts;
        this.protocol = protocol;
        this.bars = bars;
        this.keeping = keeping;
        this.values = values;
        this.calls = calls;
    }

    /** The step of a loop, if it is one whose derivative does not run through all its turns at once. */
    Optional<Statement.CallHelper> step(Statement.For loop) {
        // second derivatives keep the whole record: they are exact with or without checkpoints
        return bars.generatedSuffix().equals(Protocol.GRADIENT)
                ? Checkpointing.step(facts.unit(), loop)
                        .filter(call ->
                                facts.activity().isActive(facts.unit().methods().get(call.callee())))
                : Optional.empty();
    }

    /** Adds both sweeps of a loop. */
    void visit(Point point, Statement.For loop, Statement.CallHelper call) {
        Variable checkpoints = Variable.synthetic("checkpoints", CHECKPOINTS);
        Scope body = new Scope(point.scope(), point.index(), true, loop.body());
        Point inside = new Point(body, 0);
        keeping.given(loop.index());
        keeping.define(checkpoints, point.scope(), point.index(), "copies of the state of a checkpointed loop");
        keeping.demand(checkpoints);
        UnaryOperator<Expression> value = argument -> values.at(inside, argument);
        UnaryOperator<Expression> dual = argument -> calls.dualAt(inside, argument);
        List<Statement> turn = new ArrayList<>(calls.record(call, value, dual));
        turn.add(invoke(checkpoints, "recorded"));
        turn.addAll(calls.reverse(inside, call, value, dual));
        List<Statement> run = PrimalCalls.call(facts.unit(), protocol, withArguments(call, inside));
        List<Statement> reverse = Sweeps.withNote(call.position(), reverse(checkpoints, loop, turn, run));
        point.scope().add(() -> forward(point, checkpoints, loop, call), List.of(() -> reverse));
    }

    private List<Statement> forward(Point point, Variable checkpoints, Statement.For loop, Statement.CallHelper call) {
        List<Statement> out = new ArrayList<>();
        int slots = facts.unit().checkpoints().get(call.callee());
        out.add(new Statement.Allocate(checkpoints, new Statement.Allocation.Checkpoints(slots), Position.NOWHERE));
        state(call).forEach(part -> out.add(invoke(checkpoints, "keep", part)));
        Expression.Binary test = (Expression.Binary) loop.condition();
        Expression end = test.operator() == BinaryOperator.LESS_EQUAL
                ? Expressions.plus(test.right(), Expressions.literal(1))
                : test.right();
        Expression start = point.scope().replaced(point.index(), loop.start());
        out.add(invoke(checkpoints, "begin", start, end));
        List<Statement> body = new ArrayList<>();
        body.add(invoke(checkpoints, "before", Expressions.read(loop.index())));
        body.addAll(PrimalCalls.call(facts.unit(), protocol, call));
        body.add(invoke(checkpoints, "after"));
        out.add(new Statement.For(
                loop.index(), start, loop.condition(), loop.step(), new Block(body), loop.position()));
        return out;
    }

    private static List<Statement> reverse(
            Variable checkpoints, Statement.For loop, List<Statement> turn, List<Statement> run) {
        Statement choice = new Statement.If(
                ask(checkpoints, "isTurn", Type.BOOLEAN), new Block(turn), new Block(run), Position.NOWHERE);
        List<Statement> body = List.of(
                Loops.declare(loop.index(), ask(checkpoints, "next", Type.INT)), choice, invoke(checkpoints, "after"));
        return List.of(
                invoke(checkpoints, "rewind"),
                new Statement.While(ask(checkpoints, "hasNext", Type.BOOLEAN), new Block(body), Position.NOWHERE));
    }

    /** What must be as it was for a step to run again: what it is given and the fields it uses, as far as anybody writes there. */
    private List<Expression> state(Statement.CallHelper call) {
        Aliases aliases = facts.aliases();
        Method callee = facts.unit().methods().get(call.callee());
        List<Expression> state = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Variable parameter = callee.parameters().get(i).variable();
            if (isContents(parameter.type()) && aliases.isWritten(parameter)) {
                state.add(call.arguments().get(i));
            }
        }
        for (Field field : facts.unit().fields()) {
            Expression reference = new Expression.ModelField(field);
            boolean isState = field.role() == Field.Role.STATE && Checkpointing.uses(facts.unit(), callee, field);
            if (isState && isContents(field.type()) && aliases.isWritten(reference)) {
                state.add(reference);
            }
        }
        return state;
    }

    private static boolean isContents(Type type) {
        return type instanceof Type.Matrix || type instanceof Type.ArrayOf;
    }

    private Statement.CallHelper withArguments(Statement.CallHelper call, Point inside) {
        return new Statement.CallHelper(
                call.results(),
                call.callee(),
                call.arguments().stream()
                        .map(argument -> values.at(inside, argument))
                        .toList(),
                call.position());
    }

    private static Statement invoke(Variable checkpoints, String method, Expression... arguments) {
        return new Statement.Invoke(
                Optional.empty(),
                Optional.of(Expressions.read(checkpoints)),
                method,
                List.of(arguments),
                Position.NOWHERE);
    }

    private static Expression ask(Variable checkpoints, String method, Type type) {
        return new Expression.Remembered(Optional.of(Expressions.read(checkpoints)), method, type);
    }
}
