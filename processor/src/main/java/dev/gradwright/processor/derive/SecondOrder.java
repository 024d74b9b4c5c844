package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
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
import java.util.stream.Stream;

/**
 * The tangent of an adjoint: forward over reverse (Griewank and Walther, Evaluating Derivatives, chapter 5). Both halves of the
 * adjoint get, beside each statement on values or adjoints, one on their tangents. What the first half puts on the tape goes there
 * with its tangent, what the second half takes off comes with it. The tangents of a number's gradient are the product of its Hessian
 * and the direction.
 */
public final class SecondOrder {

    private final Carriers carriers;
    private final SecondDuals dots = new SecondDuals();
    private final Pushforward pushforward;

    private SecondOrder(Carriers carriers) {
        this.carriers = carriers;
        this.pushforward = new Pushforward(carriers::carries, dots);
    }

    /** Derives all active methods of a flattened unit twice, in its order. */
    public static List<AdjointMethod> of(Facts facts, Protocol protocol) {
        TransposeNotes none = new TransposeNotes(facts, TransposeNotes.Extent.NOTHING);
        return Adjoints.of(facts, protocol, none, () -> new Duals("Bar", Protocol.HESSIAN)).stream()
                .map(named -> {
                    AdjointMethod adjoint = named.adjoint();
                    Carriers carriers =
                            new Carriers(facts, protocol, adjoint, named.bars().all());
                    return new SecondOrder(carriers).tangent(facts, protocol, adjoint);
                })
                .toList();
    }

    private AdjointMethod tangent(Facts facts, Protocol protocol, AdjointMethod adjoint) {
        Method method = adjoint.source();
        List<Variable> parameters = new ArrayList<>();
        Map<Variable, Expression> standIns = new LinkedHashMap<>();
        List<Statement> forward = new ArrayList<>();
        for (Variable parameter : adjoint.parameters()) {
            parameters.add(parameter);
            Optional.ofNullable(adjoint.standIns().get(parameter)).ifPresent(s -> standIns.put(parameter, s));
            if (hasDot(facts, method, parameter)) {
                parameters.add(dots.of(parameter));
                if (parameter.type().isReference()) {
                    standIns.put(dots.of(parameter), new Expression.TangentOf(Expressions.read(parameter)));
                }
            } else if (parameter.type().isReference() && carriers.has(parameter)) {
                forward.add(Loops.declare(dots.of(parameter), new Expression.TangentOf(Expressions.read(parameter))));
            }
        }
        forward.addAll(block(adjoint.forward()).statements());
        String name = protocol.name(method.key());
        for (Method.Result result : method.results()) {
            Variable variable = result.variable();
            boolean isOnly = method.results().size() == 1;
            // of several results those that have a tangent are remembered with it
            if (Type.isNumeric(variable.type()) && (isOnly || !carriers.has(variable))) {
                String dot = isOnly
                        ? Protocol.recordDot(Protocol.record(name))
                        : Protocol.product(Protocol.result(name, result.part()));
                forward.add(new Statement.Remember(dot, resultDot(variable)));
            }
        }
        List<Variable> seeds = adjoint.seeds().stream()
                .flatMap(seed -> Stream.of(seed, dots.of(seed)))
                .toList();
        List<Variable> given = adjoint.given().stream()
                .flatMap(variable ->
                        hasDot(facts, method, variable) ? Stream.of(variable, dots.of(variable)) : Stream.of(variable))
                .toList();
        return new AdjointMethod(
                method,
                parameters,
                standIns,
                Tidy.block(new Block(forward)),
                seeds,
                given,
                Tidy.block(block(adjoint.reverse())),
                Optional.empty(),
                adjoint.plan());
    }

    /** Whether a parameter of either half, which may be a dual itself, comes with its tangent. */
    private static boolean hasDot(Facts facts, Method method, Variable parameter) {
        return method.parameters().stream()
                .filter(declared -> declared.variable() == parameter)
                .allMatch(declared -> facts.takesDual(method, declared));
    }

    private Expression resultDot(Variable result) {
        if (carriers.has(result)) {
            return Expressions.read(dots.of(result));
        }
        return noDot(result);
    }

    private static Expression noDot(Variable variable) {
        return variable.type() == Type.DOUBLE ? Expressions.ZERO : new Expression.TangentOf(Expressions.read(variable));
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(statement -> visit(statement, out));
        return new Block(out);
    }

    private void visit(Statement statement, List<Statement> out) {
        if (statement instanceof Statement.Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Statement.Assign assign) {
            if (carriers.has(assign.variable())) {
                out.add(new Statement.Assign(dots.of(assign.variable()), dot(assign.value()), Position.NOWHERE));
            }
            out.add(assign);
        } else if (statement instanceof Statement.Store store) {
            if (carriers.carries(store.place())) {
                out.add(new Statement.Store(dots.place(store.place()), dot(store.value()), Position.NOWHERE));
            }
            out.add(store);
        } else if (statement instanceof Statement.Allocate allocate) {
            out.add(allocate);
            if (carriers.has(allocate.variable())) {
                allocate(allocate, out);
            }
        } else if (statement instanceof Statement.Operate operate) {
            operate(operate, out);
        } else {
            generated(Substitution.blocks(statement, this::block), out);
        }
    }

    private void generated(Statement statement, List<Statement> out) {
        if (statement instanceof Statement.Push push) {
            out.add(push);
            if (carriers.carries(push.value())) {
                out.add(new Statement.Push(dot(push.value())));
            }
        } else if (statement instanceof Statement.Pop pop) {
            if (carriers.has(pop.variable())) {
                out.add(new Statement.Pop(dots.of(pop.variable())));
            }
            out.add(pop);
        } else if (statement instanceof Statement.Remember remember) {
            out.add(remember);
            if (carriers.carries(remember.value())) {
                out.add(new Statement.Remember(Protocol.product(remember.name()), dot(remember.value())));
            }
        } else if (statement instanceof Statement.Reshape reshape) {
            out.add(reshape);
            out.add(new Statement.Reshape(
                    dots.of(reshape.matrix()), dots.of(reshape.derivative()), reshape.rows(), reshape.columns()));
        } else if (statement instanceof Statement.Restore restore) {
            out.add(new Statement.Restore(dots.of(restore.derivative())));
            out.add(restore);
        } else if (statement instanceof Statement.Invoke invoke) {
            invoke(invoke, out);
        } else if (statement instanceof Statement.CallGiven call) {
            new GivenTangents(this::dot, dots::of, Expression.TangentOf::new, false).add(call, out);
        } else if (statement instanceof Statement.CallInactive) {
            out.add(statement);
            resting(Walk.declared(statement), out);
        } else if (statement instanceof Statement.If
                || statement instanceof Statement.For
                || statement instanceof Statement.While
                || statement instanceof Statement.Assert
                || statement instanceof Statement.TryFinally
                || statement instanceof Statement.Throw
                || statement instanceof Statement.Missing
                || statement instanceof Statement.RequireNew
                || statement instanceof Statement.Note) {
            out.add(statement);
        } else {
            throw new IllegalStateException("no tangent of " + statement);
        }
    }

    private Expression dot(Expression value) {
        return value.type().isReference() ? dots.of(value) : pushforward.of(value);
    }

    /** The tangent of a number follows it and uses its value; that of a reference is found by the path to the reference. */
    private void declare(Statement.Declare declare, List<Statement> out) {
        Variable variable = declare.variable();
        out.add(declare);
        if (carriers.has(variable)) {
            Optional<Expression> tangent = declare.value()
                    .map(value -> Substitution.everywhere(
                            dot(value),
                            part -> value instanceof Expression.Apply && part.equals(value)
                                    ? Expressions.read(variable)
                                    : part));
            out.add(new Statement.Declare(dots.of(variable), tangent, Position.NOWHERE));
        }
    }

    private void allocate(Statement.Allocate allocate, List<Statement> out) {
        Statement.Allocation made = allocate.allocation();
        if (made instanceof Statement.Allocation.Copy copy && carriers.carries(copy.source())) {
            made = new Statement.Allocation.Copy(dots.of(copy.source()));
            out.add(new Statement.Allocate(dots.of(allocate.variable()), made, Position.NOWHERE));
        } else if (made instanceof Statement.Allocation.DeepCopy copy) {
            made = new Statement.Allocation.DeepCopy(dots.of(copy.source()));
            out.add(new Statement.Allocate(dots.of(allocate.variable()), made, Position.NOWHERE));
        } else if (made instanceof Statement.Allocation.Share share) {
            made = new Statement.Allocation.Share(false, share.like());
            out.add(new Statement.Allocate(dots.of(allocate.variable()), made, Position.NOWHERE));
        } else {
            out.add(Allocations.dual(allocate, dots));
        }
    }

    private void operate(Statement.Operate operate, List<Statement> out) {
        OperationRule rule = OperationRules.of(operate.operation());
        boolean carries = operate.result().filter(carriers::has).isPresent()
                || rule.outputs().stream().map(operate.arguments()::get).anyMatch(carriers::carries);
        OperationTangent.write(rule, carries, operate, carriers::carries, this::dot, dots::of, out);
    }

    private void invoke(Statement.Invoke invoke, List<Statement> out) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            Expression argument = invoke.arguments().get(i);
            arguments.add(argument);
            if (invoke.passed().get(i) != Statement.Passed.PLAIN) {
                arguments.add(dotOrNothing(argument));
            }
        }
        out.add(new Statement.Invoke(
                invoke.result(), invoke.receiver(), invoke.method(), arguments, invoke.position()));
        if (carriers.isInactive(invoke)) {
            resting(invoke.result().stream().toList(), out);
            return;
        }
        invoke.result().filter(carriers::has).ifPresent(result -> {
            String name = Protocol.recordDot(invoke.method());
            out.add(Loops.declare(dots.of(result), new Expression.Remembered(invoke.receiver(), name, result.type())));
        });
    }

    /** Gives a zero tangent to what begins with a value that has none, and gets one that has later. */
    private void resting(List<Variable> declared, List<Statement> out) {
        declared.stream()
                .filter(carriers::has)
                .forEach(variable -> out.add(Loops.declare(dots.of(variable), noDot(variable))));
    }

    /** The tangent of an argument: zero for a number, and null for a reference, that has none. */
    private Expression dotOrNothing(Expression argument) {
        if (!argument.type().isReference() || carriers.carries(argument)) {
            return dot(argument);
        }
        // a constant may go where something active goes at other times
        return carriers.meetsActive(argument)
                ? new Expression.TangentOf(argument)
                : new Expression.Null(argument.type());
    }
}
