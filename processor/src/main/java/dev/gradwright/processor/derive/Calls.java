package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Callee;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Passed;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Calls in the two sweeps. A call becomes one of the callee's recording half and, backwards, one of its reverse half; both work
 * on the same tape, so calls nest and repeat, and recursion needs nothing more.
 */
final class Calls {

    private final Facts facts;
    private final Protocol protocol;
    private final Duals bars;
    private final Values values;
    private final TransposeNotes notes;
    private final ReverseArguments given;

    Calls(Facts facts, Protocol protocol, Duals bars, Values values, TransposeNotes notes, ReverseArguments given) {
        this.facts = facts;
        this.protocol = protocol;
        this.bars = bars;
        this.values = values;
        this.notes = notes;
        this.given = given;
    }

    void visit(Point point) {
        Statement statement = point.statement();
        if (statement instanceof Statement.Operate operate) {
            new OperationSweeps(facts, bars, values).visit(point, operate);
        } else if (statement instanceof Statement.CallHelper call) {
            helper(point, call);
        } else if (statement instanceof Statement.CallGiven call) {
            new GivenCalls(facts, bars, values).visit(point, call);
        } else {
            model(point, (Statement.CallModel) statement);
        }
    }

    private void helper(Point point, Statement.CallHelper call) {
        Method callee = facts.unit().methods().get(call.callee());
        if (!facts.activity().isActive(callee)) {
            Sweeps.add(
                    point,
                    () -> PrimalCalls.call(facts.unit(), protocol, (Statement.CallHelper) Sweeps.replaced(point, call)),
                    List.of());
            return;
        }
        Sweeps.add(
                point,
                () -> record(call, argument -> point.scope().replaced(point.index(), argument), this::dualOrNull),
                reverse(point, call, argument -> valueAt(point, argument), argument -> dualAt(point, argument)));
    }

    /**
     * The call of a helper's recording half.
     *
     * @param value the value of an argument, where the call is to stand
     * @param dual the dual of an argument that is a reference, there
     */
    List<Statement> record(Statement.CallHelper call, UnaryOperator<Expression> value, UnaryOperator<Expression> dual) {
        Method callee = facts.unit().methods().get(call.callee());
        Passing recorded = new Passing();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            boolean takesDual = facts.takesDual(callee, callee.parameters().get(i));
            recorded.add(value.apply(argument), takesDual ? Passed.VALUE : Passed.PLAIN);
            if (takesDual && argument.type().isReference()) {
                recorded.add(dual.apply(argument), Passed.DUAL);
            }
        }
        return recorded.recorded(
                Invocation.results(callee, call.results()),
                Optional.empty(),
                protocol.name(callee.key()),
                call.position());
    }

    /**
     * The call of a helper's reverse half, and what its arguments that are numbers get from it.
     *
     * @param value the value of an argument in the reverse sweep
     * @param dual the dual of an argument that is a reference, there
     */
    List<Statement> reverse(
            Point point, Statement.CallHelper call, UnaryOperator<Expression> value, UnaryOperator<Expression> dual) {
        Method callee = facts.unit().methods().get(call.callee());
        String name = protocol.name(callee.key());
        Map<Variable, Expression> numbers = new LinkedHashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Variable parameter = callee.parameters().get(i).variable();
            if (!parameter.type().isReference() && facts.activity().isActive(parameter)) {
                numbers.put(parameter, call.arguments().get(i));
            }
        }
        List<Variable> seeded = facts.seeded(callee);
        Passing passing = new Passing();
        for (int i = 0; i < call.results().size(); i++) {
            if (seeded.contains(callee.results().get(i).variable())) {
                passing.add(seed(call.results().get(i)), Passed.DUAL);
            }
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            Method.Parameter parameter = callee.parameters().get(i);
            if (given.takes(callee, parameter.variable())) {
                boolean takesDual = facts.takesDual(callee, parameter);
                passing.add(value.apply(argument), takesDual ? Passed.VALUE : Passed.PLAIN);
            }
            if (given.takesDual(callee, parameter.variable())) {
                passing.add(dual.apply(argument), Passed.DUAL);
            }
        }
        List<Statement> reverse = new ArrayList<>();
        reverse.add(passing.reversed(Optional.empty(), name, call.position()));
        List<Variable> received = new ArrayList<>();
        numbers.keySet()
                .forEach(parameter -> received.add(receive(
                        reverse, Optional.empty(), Protocol.argument(name, parameter.name()), parameter.name())));
        handOn(point, new ArrayList<>(numbers.values()), received, reverse);
        return reverse;
    }

    private void model(Point point, Statement.CallModel call) {
        Callee callee = call.callee();
        Optional<Expression> statics = callee.isStatic()
                ? Optional.of(new Expression.Remembered(
                        Optional.empty(),
                        Protocol.statics(callee.owner()),
                        new Type.Derivative(callee.owner().generated(bars.generatedSuffix()))))
                : Optional.empty();
        List<Statement> reverse = new ArrayList<>();
        List<Method.Result> results = Invocation.results(callee, call.results());
        Passing seeds = new Passing();
        call.results().stream()
                .filter(result -> result.type() == Type.DOUBLE)
                .forEach(result -> seeds.add(seed(result), Passed.DUAL));
        Expression receiver =
                statics.orElseGet(() -> values.dualAt(point, call.receiver().orElseThrow()));
        reverse.add(seeds.reversed(Optional.of(receiver), callee.stem(), call.position()));
        List<Expression> numbers = new ArrayList<>();
        List<Variable> received = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            if (callee.isActive(i)
                    && argument.type() == Type.DOUBLE
                    && facts.activity().isActive(argument)) {
                numbers.add(argument);
                received.add(receive(
                        reverse,
                        Optional.of(receiver),
                        Protocol.argument(callee.stem(), callee.parameterNames().get(i)),
                        callee.parameterNames().get(i)));
            }
        }
        handOn(point, numbers, received, reverse);
        Sweeps.add(
                point,
                () -> {
                    Passing recorded = new Passing();
                    for (int i = 0; i < call.arguments().size(); i++) {
                        Expression argument = call.arguments().get(i);
                        recorded.add(
                                point.scope().replaced(point.index(), argument),
                                callee.isActive(i) ? Passed.VALUE : Passed.PLAIN);
                        if (callee.isActive(i) && argument.type().isReference()) {
                            recorded.add(dualOrNull(argument), Passed.DUAL);
                        }
                    }
                    Optional<Expression> target = Optional.of(
                            statics.orElseGet(() -> bars.of(call.receiver().orElseThrow())));
                    return recorded.recorded(results, target, callee.stem(), call.position());
                },
                reverse);
    }

    /** What is passed to one half of a callee. */
    private final class Passing {

        private final List<Expression> arguments = new ArrayList<>();
        private final List<Passed> passed = new ArrayList<>();

        void add(Expression argument, Passed as) {
            arguments.add(argument);
            passed.add(as);
        }

        /** The call of a recording half, and the duals of what it returns. */
        List<Statement> recorded(
                List<Method.Result> results, Optional<Expression> receiver, String name, Position position) {
            Invocation invocation = new Invocation(receiver, name, Protocol.record(name), results);
            List<Statement> out = new ArrayList<>(invocation.statements(arguments, passed, position));
            for (Method.Result result : results) {
                Variable variable = result.variable();
                if (variable.type().isReference() && facts.activity().isActive(variable)) {
                    Variable bar = bars.of(variable);
                    String remembered = Protocol.resultBar(name, result.part());
                    out.add(Loops.declare(bar, new Expression.Remembered(receiver, remembered, bar.type())));
                }
            }
            return out;
        }

        /** The call of a reverse half. */
        Statement reversed(Optional<Expression> receiver, String name, Position position) {
            return new Statement.Invoke(
                    Optional.empty(), receiver, Protocol.reverse(name), arguments, passed, position);
        }
    }

    private Variable receive(
            List<Statement> reverse, Optional<Expression> receiver, String remembered, String parameter) {
        Variable share = Variable.synthetic(parameter + "Share", Type.DOUBLE);
        reverse.add(Loops.declare(share, new Expression.Remembered(receiver, remembered, Type.DOUBLE)));
        return share;
    }

    private void handOn(Point point, List<Expression> arguments, List<Variable> shares, List<Statement> reverse) {
        ToldAdjoints told = new ToldAdjoints(bars, values);
        Optional<TransposeNotes.Touched> touched =
                notes.passed(point.statement().position(), arguments);
        touched.ifPresent(read -> reverse.add(read.after(
                told.at(point), shares.stream().map(Expressions::read).toList())));
        for (int i = 0; i < arguments.size(); i++) {
            new Pullback(facts, bars, values, point, reverse)
                    .through(arguments.get(i), Expressions.read(shares.get(i)));
        }
        touched.ifPresent(read -> reverse.add(read.before(told.at(point))));
    }

    private Expression seed(Variable result) {
        return facts.activity().isActive(result) ? Expressions.read(bars.of(result)) : Expressions.ZERO;
    }

    /** The value of an argument in the reverse sweep: references are found again by their paths. */
    private Expression valueAt(Point point, Expression argument) {
        return argument.type().isReference() ? values.at(point, argument) : values.outcome(point, argument);
    }

    /** The dual of an argument in the reverse sweep, or null for one that carries no derivative. */
    Expression dualAt(Point point, Expression argument) {
        return facts.activity().leadsToActive(argument)
                ? values.dualAt(point, argument)
                : new Expression.Null(bars.typeOf(argument.type()));
    }

    /** The dual of an argument, or null for one that carries no derivative. */
    private Expression dualOrNull(Expression argument) {
        return facts.activity().leadsToActive(argument)
                ? bars.of(argument)
                : new Expression.Null(bars.typeOf(argument.type()));
    }
}
