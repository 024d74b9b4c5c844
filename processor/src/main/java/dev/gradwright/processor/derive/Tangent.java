package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Callee;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tangent (forward mode) of a method: beside each statement on active values one on their tangents, in the same order
 * (Griewank and Walther, Evaluating Derivatives, chapter 3.1).
 */
public final class Tangent {

    private final Facts facts;
    private final Protocol protocol;
    private final Assignments assignments;
    private final Duals dots;
    private final Pushforward pushforward;
    private final TransposeNotes notes;

    private Tangent(Facts facts, Protocol protocol, Method method, TransposeNotes notes, Duals dots) {
        this.facts = facts;
        this.protocol = protocol;
        this.dots = dots;
        this.assignments = new Assignments(method);
        this.notes = notes;
        this.pushforward = new Pushforward(facts.activity()::isActive, dots);
    }

    /** Derives a method of a flattened unit. */
    public static TangentMethod of(Facts facts, Protocol protocol, Method method, TransposeNotes notes) {
        TangentMethod plain = of(facts, protocol, method, notes, new Duals("Dot", Protocol.TANGENT));
        Block noting = DecisionNotes.in(plain.body(), method, facts.activity());
        return new TangentMethod(method, plain.parameters(), plain.standIns(), noting);
    }

    /** Derives a method of a flattened unit, with given names for the duals and without notes of decisions. */
    static TangentMethod of(Facts facts, Protocol protocol, Method method, TransposeNotes notes, Duals dots) {
        Tangent tangent = new Tangent(facts, protocol, method, notes, dots);
        List<Variable> parameters = new ArrayList<>();
        Map<Variable, Expression> standIns = new LinkedHashMap<>();
        List<Statement> body = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            parameters.add(parameter.variable());
            Variable variable = parameter.variable();
            if (facts.takesDual(method, parameter)) {
                parameters.add(tangent.dots.of(variable));
                if (variable.type().isReference()) {
                    standIns.put(tangent.dots.of(variable), new Expression.ShadowOf(Expressions.read(variable)));
                }
            } else if (variable.type().isReference() && facts.activity().isActive(variable)) {
                body.add(Loops.declare(tangent.dots.of(variable), new Expression.ShadowOf(Expressions.read(variable))));
            }
        }
        body.addAll(tangent.block(method.body()).statements());
        String name = protocol.name(method.key());
        for (Method.Result result : method.results()) {
            if (result.variable().type().carriesDerivative()) {
                body.add(new Statement.Remember(
                        Protocol.resultDot(name, result.part()), tangent.resultDot(result.variable())));
            }
        }
        body.addAll(Invocation.remembering(name, method.results()));
        return new TangentMethod(method, parameters, standIns, Tidy.block(new Block(body)));
    }

    private Expression resultDot(Variable result) {
        return facts.activity().isActive(result) ? Expressions.read(dots.of(result)) : noDot(result);
    }

    private static Expression noDot(Variable variable) {
        return variable.type() == Type.DOUBLE ? Expressions.ZERO : new Expression.ShadowOf(Expressions.read(variable));
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            Optional<TransposeNotes.Touched> touched = notes.of(statement);
            touched.ifPresent(told -> out.add(told.before(this::dot)));
            visit(statement, out);
            touched.ifPresent(told -> out.add(told.after(this::dot)));
        }
        return new Block(out);
    }

    /** The tangent of something that a statement reads or writes. */
    private Expression dot(Expression told) {
        return told instanceof Expression.Place place && told.type() == Type.DOUBLE ? dots.place(place) : dots.of(told);
    }

    private void visit(Statement statement, List<Statement> out) {
        if (statement instanceof Statement.If choice) {
            out.add(new Statement.If(
                    choice.condition(), block(choice.then()), block(choice.otherwise()), choice.position()));
        } else if (statement instanceof Statement.For loop) {
            out.add(new Statement.For(
                    loop.index(), loop.start(), loop.condition(), loop.step(), block(loop.body()), loop.position()));
        } else if (statement instanceof Statement.While loop) {
            out.add(new Statement.While(loop.condition(), block(loop.body()), loop.position()));
        } else if (statement instanceof Statement.TryFinally) {
            out.add(Substitution.blocks(statement, this::block));
        } else if (statement instanceof Statement.Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Statement.Assign assign) {
            if (facts.activity().isActive(assign.variable())) {
                out.add(new Statement.Assign(dots.of(assign.variable()), dual(assign.value()), Position.NOWHERE));
            }
            out.add(assign);
        } else if (statement instanceof Statement.Store store) {
            if (facts.activity().isActive(store.place())) {
                out.add(new Statement.Store(dots.place(store.place()), dual(store.value()), Position.NOWHERE));
            }
            out.add(store);
        } else if (statement instanceof Statement.Allocate allocate) {
            out.add(allocate);
            if (facts.activity().isActive(allocate.variable())) {
                allocate(allocate, out);
            }
        } else if (statement instanceof Statement.Operate operate) {
            operate(operate, out);
        } else if (statement instanceof Statement.CallHelper call) {
            helper(call, out);
        } else if (statement instanceof Statement.CallModel call) {
            model(call, out);
        } else if (statement instanceof Statement.CallGiven call) {
            new GivenTangents(
                            this::dual,
                            dots::of,
                            Expression.ShadowOf::new,
                            notes.of(call).isPresent())
                    .add(call, out);
        } else {
            out.add(statement);
            resting(statement, out);
        }
    }

    /** Gives a zero tangent to what begins with a value that carries no derivative, and gets one that does later. */
    private void resting(Statement statement, List<Statement> out) {
        Walk.declared(statement).stream()
                .filter(facts.activity()::isActive)
                .forEach(variable -> out.add(Loops.declare(dots.of(variable), noDot(variable))));
    }

    private Expression dual(Expression value) {
        return value.type().isReference() ? dots.of(value) : pushforward.of(value);
    }

    /** The tangent of a variable with one value may follow it, and use the value; of others it goes first. */
    private void declare(Statement.Declare declare, List<Statement> out) {
        Variable variable = declare.variable();
        if (!facts.activity().isActive(variable)) {
            out.add(declare);
            return;
        }
        Optional<Expression> tangent = declare.value().map(this::dual);
        if (assignments.isFinal(variable) && variable.type() == Type.DOUBLE) {
            Expression value = declare.value().orElseThrow();
            out.add(declare);
            tangent = tangent.map(dot -> Substitution.everywhere(
                    dot,
                    part -> part.equals(value) && value instanceof Expression.Apply
                            ? Expressions.read(variable)
                            : part));
            out.add(new Statement.Declare(dots.of(variable), tangent, Position.NOWHERE));
        } else {
            out.add(new Statement.Declare(dots.of(variable), tangent, Position.NOWHERE));
            out.add(declare);
        }
    }

    private void allocate(Statement.Allocate allocate, List<Statement> out) {
        out.add(Allocations.dual(allocate, dots));
        if (allocate.allocation() instanceof Statement.Allocation.Copy copy
                && !Allocations.sharesRows(allocate)
                && facts.activity().leadsToActive(copy.source())) {
            Variable k = Variable.synthetic("k", Type.INT);
            Expression to = Expressions.read(dots.of(allocate.variable()));
            out.add(Loops.count(
                    k,
                    Loops.size(to),
                    List.of(new Statement.Store(
                            Loops.entry(to, Expressions.read(k)),
                            Loops.entry(dots.of(copy.source()), Expressions.read(k)),
                            Position.NOWHERE))));
        }
    }

    private void operate(Statement.Operate operate, List<Statement> out) {
        OperationRule rule = OperationRules.of(operate.operation());
        out.addAll(OperationTangent.reshapes(rule, operate, facts.activity()::leadsToActive, dots));
        boolean active = facts.isActive(rule, operate);
        OperationTangent.write(rule, active, operate, facts.activity()::isActive, this::dual, dots::of, out);
    }

    private void helper(Statement.CallHelper call, List<Statement> out) {
        Method callee = facts.unit().methods().get(call.callee());
        String name = protocol.name(callee.key());
        if (!facts.activity().isActive(callee)) {
            out.addAll(PrimalCalls.call(facts.unit(), protocol, call));
            resting(call, out);
            return;
        }
        List<Expression> numbers = new ArrayList<>();
        List<Boolean> takesDual = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Variable parameter = callee.parameters().get(i).variable();
            if (!parameter.type().isReference() && facts.activity().isActive(parameter)) {
                numbers.add(call.arguments().get(i));
            }
            takesDual.add(facts.takesDual(callee, callee.parameters().get(i)));
        }
        tellPassed(call.position(), numbers, out);
        List<Method.Result> results = Invocation.results(callee, call.results());
        pushed(results, Optional.empty(), name, call.arguments(), takesDual, call.position(), out);
    }

    private void model(Statement.CallModel call, List<Statement> out) {
        Callee callee = call.callee();
        Expression receiver = call.receiver()
                .map(dots::of)
                .orElseGet(() -> new Expression.Remembered(
                        Optional.empty(),
                        Protocol.statics(callee.owner()),
                        new Type.Derivative(callee.owner().generated(dots.generatedSuffix()))));
        List<Expression> numbers = new ArrayList<>();
        List<Boolean> takesDual = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            if (callee.isActive(i)
                    && argument.type() == Type.DOUBLE
                    && facts.activity().isActive(argument)) {
                numbers.add(argument);
            }
            takesDual.add(callee.isActive(i));
        }
        tellPassed(call.position(), numbers, out);
        List<Method.Result> results = Invocation.results(callee, call.results());
        pushed(results, Optional.of(receiver), callee.stem(), call.arguments(), takesDual, call.position(), out);
    }

    /** Tells of numbers on their way to a callee. */
    private void tellPassed(Position position, List<Expression> numbers, List<Statement> out) {
        notes.passed(position, numbers).ifPresent(told -> {
            out.add(told.before(this::dot));
            out.add(told.after(this::dot, numbers.stream().map(pushforward::of).toList()));
        });
    }

    private void pushed(
            List<Method.Result> results,
            Optional<Expression> receiver,
            String name,
            List<Expression> values,
            List<Boolean> takesDual,
            Position position,
            List<Statement> out) {
        List<Expression> arguments = new ArrayList<>();
        List<Statement.Passed> passed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            arguments.add(values.get(i));
            passed.add(takesDual.get(i) ? Statement.Passed.VALUE : Statement.Passed.PLAIN);
            if (takesDual.get(i)) {
                arguments.add(dualOrNothing(values.get(i)));
                passed.add(Statement.Passed.DUAL);
            }
        }
        out.addAll(new Invocation(receiver, name, Protocol.tangent(name), results)
                .statements(arguments, passed, position));
        for (Method.Result result : results) {
            if (facts.activity().isActive(result.variable())) {
                Variable dot = dots.of(result.variable());
                String remembered = Protocol.resultDot(name, result.part());
                out.add(Loops.declare(dot, new Expression.Remembered(receiver, remembered, dot.type())));
            }
        }
    }

    /** The dual of an argument: zero for a number, and null for a reference, that carries no derivative. */
    private Expression dualOrNothing(Expression argument) {
        if (!argument.type().isReference()) {
            return pushforward.of(argument);
        }
        return facts.activity().leadsToActive(argument)
                ? dots.of(argument)
                : new Expression.Null(dots.typeOf(argument.type()));
    }
}
