package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The adjoint (reverse mode) of a method: a forward half that records and a reverse half that runs the statements backwards,
 * each handing the adjoint of what it has computed on to what it has read (Griewank and Walther, Evaluating Derivatives,
 * chapters 3, 4 and 6).
 */
public final class Adjoint {

    private Adjoint() {}

    /**
     * Derives a method of a flattened unit.
     *
     * @param given what the reverse halves of the helpers that it calls are given again; what its own wants is added
     */
    static AdjointMethod of(
            Facts facts, Protocol protocol, Method method, TransposeNotes notes, Duals bars, ReverseArguments given) {
        Keeping keeping = new Keeping();
        List<Variable> parameters = new ArrayList<>();
        Map<Variable, Expression> standIns = new LinkedHashMap<>();
        Scope root = root(facts, method, bars, keeping, given, parameters, standIns);
        List<Variable> seeds = facts.seeded(method).stream().map(bars::of).toList();
        Values values = new Values(facts, method, bars, keeping);
        new Sweeps(facts, protocol, bars, keeping, values, Set.copyOf(seeds), notes, given, Optional.empty())
                .visit(root);
        method.results().forEach(result -> rememberDual(facts, protocol, method, bars, root, result));
        Invocation.remembering(protocol.name(method.key()), method.results()).forEach(root::addLast);
        keeping.settle();
        given.add(method, keeping.wanted(), bars);
        List<Statement> reverse = new ArrayList<>(root.reverse(keeping).statements());
        rememberNumbers(facts, protocol, method, bars, reverse);
        return new AdjointMethod(
                method,
                parameters,
                standIns,
                Tidy.block(root.forward(keeping)),
                seeds,
                given.of(method, bars),
                CertainEntries.unchecked(tidied(reverse, bars)),
                together(facts, protocol, method, bars, given),
                keeping.plan());
    }

    private static Optional<Block> together(
            Facts facts, Protocol protocol, Method method, Duals bars, ReverseArguments given) {
        Optional<AddingLoops> loops = AddingLoops.in(facts, method);
        if (loops.isEmpty()) {
            return Optional.empty();
        }
        Keeping keeping = new Keeping();
        Scope root = root(facts, method, bars, keeping, given, new ArrayList<>(), new LinkedHashMap<>());
        Variable seed = bars.of(method.resultVariables().get(0));
        Values values = new Values(facts, method, bars, keeping);
        TransposeNotes none = new TransposeNotes(facts, TransposeNotes.Extent.NOTHING);
        new Sweeps(facts, protocol, bars, keeping, values, Set.of(seed), none, given, loops).visit(root);
        keeping.settle();
        List<Statement> body = new ArrayList<>();
        body.add(new Statement.Declare(seed, Optional.of(Expressions.ONE), Position.NOWHERE));
        body.addAll(root.together(true).statements());
        rememberNumbers(facts, protocol, method, bars, body);
        return Optional.of(tidied(body, bars));
    }

    private static Block tidied(List<Statement> statements, Duals bars) {
        return Tidy.block(new Contributions(bars.all()).join(Tidy.block(new Block(statements))));
    }

    /** The body of a method as a scope, with its parameters. */
    private static Scope root(
            Facts facts,
            Method method,
            Duals bars,
            Keeping keeping,
            ReverseArguments given,
            List<Variable> parameters,
            Map<Variable, Expression> standIns) {
        Scope root = new Scope(null, 0, false, method.body());
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            parameters.add(variable);
            keeping.define(variable, root, -1, "an argument");
            boolean isGivenAgain = given.mayBeGiven(method);
            if (isGivenAgain) {
                keeping.argument(variable);
            }
            boolean takesDual = facts.takesDual(method, parameter);
            if (variable.type().isReference() && (takesDual || facts.activity().isActive(variable))) {
                keeping.define(bars.of(variable), root, -1, "where the derivative of an argument goes");
                if (takesDual && isGivenAgain) {
                    keeping.argument(bars.of(variable));
                }
                if (takesDual) {
                    parameters.add(bars.of(variable));
                    standIns.put(bars.of(variable), new Expression.ShadowOf(Expressions.read(variable)));
                } else {
                    root.addFirst(shadow(bars.of(variable), variable));
                }
            } else if (facts.activity().isActive(variable)) {
                root.addAdjoint(bars.of(variable));
            }
        }
        return root;
    }

    private static void rememberNumbers(
            Facts facts, Protocol protocol, Method method, Duals bars, List<Statement> reverse) {
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            if (variable.type() == Type.DOUBLE && facts.activity().isActive(variable)) {
                String name = Protocol.argument(protocol.name(method.key()), variable.name());
                reverse.add(new Statement.Remember(name, Expressions.read(bars.of(variable))));
            }
        }
    }

    /** A reference that is not differentiated but may lead to the same memory as one that is has a dual for the sake of that. */
    private static Statement shadow(Variable dual, Variable variable) {
        Expression shadow = new Expression.ShadowOf(Expressions.read(variable));
        return new Statement.Declare(dual, Optional.of(shadow), Position.NOWHERE);
    }

    private static void rememberDual(
            Facts facts, Protocol protocol, Method method, Duals bars, Scope root, Method.Result result) {
        Variable returned = result.variable();
        boolean active = facts.activity().isActive(returned);
        boolean wanted = active || method.role() != Method.Role.HELPER;
        if (returned.type().isReference() && returned.type().carriesDerivative() && wanted) {
            Expression value = Expressions.read(returned);
            Expression dual = active ? bars.of(value) : new Expression.ShadowOf(value);
            root.addLast(new Statement.Remember(Protocol.resultBar(protocol.name(method.key()), result.part()), dual));
        }
    }
}
