package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Derivatives for several seeds in one sweep, the vector mode of the field (Griewank and Walther, Evaluating Derivatives, chapter 3).
 * A derivative that has been made for one seed gets, in place of each statement on adjoints or tangents, one for each seed, a lane; they
 * share control flow, the values of the program and the partial derivatives. What a lane computes is to the last bit what the sweep for
 * its seed alone does: no lane reads what another one holds.
 */
public final class Lanes {

    private final int seeds;
    private final Laned laned;
    private final SharedFactors factors;
    private final Map<Variable, List<Variable>> copies = new IdentityHashMap<>();

    private Lanes(int seeds, Laned laned, SharedFactors factors) {
        this.seeds = seeds;
        this.laned = laned;
        this.factors = factors;
    }

    /** The adjoints of all active methods of a flattened unit, in its order, each for all its seeds at once. */
    public static List<AdjointMethod> adjoints(Facts facts, Protocol protocol) {
        return Adjoints.of(facts, protocol, silence(facts), () -> new Duals("Bar", Protocol.JACOBIAN_ROWS)).stream()
                .map(named -> adjoint(facts, protocol, named.adjoint(), named.bars()))
                .toList();
    }

    private static AdjointMethod adjoint(Facts facts, Protocol protocol, AdjointMethod single, Duals bars) {
        Method method = single.source();
        int seeds = facts.unit().seeds();
        Laned recorded = Laned.inForwardSweep(facts, protocol, method, bars, single.forward());
        Lanes forward = new Lanes(seeds, recorded, SharedFactors.ofForwardSweep(recorded));
        Laned swept = Laned.inReverseSweep(method, bars, single.reverse());
        Lanes reverse = new Lanes(seeds, swept, SharedFactors.ofReverseSweep(swept));
        return new AdjointMethod(
                method,
                forward.all(single.parameters()),
                forward.unwanted(single.standIns()),
                Tidy.block(forward.block(single.forward())),
                reverse.all(single.seeds()),
                reverse.all(single.given()),
                Tidy.block(reverse.block(single.reverse())),
                Optional.empty(),
                single.plan());
    }

    /** The tangent of a method of a flattened unit for all its directions at once. */
    public static TangentMethod tangent(Facts facts, Protocol protocol, Method method) {
        Duals dots = new Duals("Dot", Protocol.JACOBIAN_COLUMNS);
        TangentMethod single = Tangent.of(facts, protocol, method, silence(facts), dots);
        Laned laned = Laned.inForwardSweep(facts, protocol, method, dots, single.body());
        Lanes lanes = new Lanes(facts.unit().seeds(), laned, SharedFactors.ofForwardSweep(laned));
        return new TangentMethod(
                method,
                lanes.all(single.parameters()),
                lanes.atRest(single.standIns()),
                Tidy.block(lanes.block(single.body())));
    }

    private static TransposeNotes silence(Facts facts) {
        return new TransposeNotes(facts, TransposeNotes.Extent.NOTHING);
    }

    private List<Variable> all(List<Variable> variables) {
        return variables.stream()
                .flatMap(variable -> laned.has(variable) ? copies(variable).stream() : List.of(variable).stream())
                .toList();
    }

    /** The shadows of an argument whose derivative a caller has no use for: it gives null in all lanes. */
    private Map<Variable, Expression> unwanted(Map<Variable, Expression> single) {
        Map<Variable, Expression> standIns = new LinkedHashMap<>();
        single.forEach((dual, shadow) -> {
            List<Variable> lanes = laned.has(dual) ? copies(dual) : List.of(dual);
            standIns.put(lanes.get(0), shadow);
            for (int lane = 1; lane < lanes.size(); lane++) {
                standIns.put(lanes.get(lane), new Expression.NextLane(Expressions.read(lanes.get(lane - 1))));
            }
        });
        return standIns;
    }

    /** The tangents of an argument that stays as it is in some lanes. */
    private Map<Variable, Expression> atRest(Map<Variable, Expression> single) {
        Map<Variable, Expression> standIns = new LinkedHashMap<>();
        single.forEach((dual, zeros) -> {
            for (int lane = 0; lane < seeds && laned.has(dual); lane++) {
                standIns.put(copies(dual).get(lane), in(lane, zeros));
            }
        });
        return standIns;
    }

    private List<Variable> copies(Variable variable) {
        return copies.computeIfAbsent(
                variable,
                v -> IntStream.range(0, seeds)
                        .mapToObj(lane -> Variable.synthetic(v.name() + lane, v.type()))
                        .toList());
    }

    private Variable in(int lane, Variable variable) {
        return laned.has(variable) ? copies(variable).get(lane) : variable;
    }

    /** An expression as it is for one seed. */
    private Expression in(int lane, Expression expression) {
        return Substitution.everywhere(expression, part -> laned.isRoot(part) ? root(lane, part) : part);
    }

    private Expression root(int lane, Expression part) {
        if (part instanceof Expression.Read read) {
            return Expressions.read(copies(read.variable()).get(lane));
        } else if (part instanceof Expression.DerivativeField field) {
            Type all = new Type.ArrayOf(field.type());
            return new Expression.Element(
                    new Expression.DerivativeField(field.field(), field.which(), all), Expressions.literal(lane));
        } else if (part instanceof Expression.Remembered remembered) {
            return new Expression.Remembered(
                    remembered.receiver(), Protocol.lane(remembered.name(), lane), remembered.type());
        }
        Expression shadow = part;
        for (int i = 0; i < lane; i++) {
            shadow = new Expression.NextLane(shadow);
        }
        return shadow;
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(statement -> visit(statement, out));
        return new Block(out);
    }

    private void visit(Statement statement, List<Statement> out) {
        if (statement instanceof Statement.Remember remember) {
            remember(remember, out);
        } else if (statement instanceof Statement.Invoke invoke) {
            out.add(invoke(invoke));
        } else if (!laned.touches(statement)) {
            // of what all lanes have in common, such as a shape, the first one tells
            out.add(Substitution.blocks(in(0, statement), this::block));
        } else if (!Walk.blocks(statement).isEmpty()) {
            throw new IllegalStateException("control flow depends on a derivative: " + statement);
        } else {
            SharedFactors.Named named = factors.of(statement);
            named.declarations().forEach(shared -> out.add(in(0, shared)));
            repeat(named.statement(), out);
        }
    }

    /** A statement for each seed; what takes things off a stack does so in the opposite order. */
    private void repeat(Statement statement, List<Statement> out) {
        boolean takesOff = statement instanceof Statement.Pop || statement instanceof Statement.Restore;
        for (int i = 0; i < seeds; i++) {
            out.add(in(takesOff ? seeds - 1 - i : i, statement));
        }
    }

    private Statement in(int lane, Statement statement) {
        Statement changed = Substitution.expressions(statement, expression -> in(lane, expression));
        if (changed instanceof Statement.Declare s) {
            return new Statement.Declare(in(lane, s.variable()), s.value(), s.position());
        } else if (changed instanceof Statement.Assign s) {
            return new Statement.Assign(in(lane, s.variable()), s.value(), s.position());
        } else if (changed instanceof Statement.Allocate s) {
            // rules for the other seeds are lent zeros beside those for the first
            Allocation made = s.allocation() instanceof Allocation.Share share
                    ? new Allocation.Share(share.isFirst() && lane == 0, share.like())
                    : s.allocation();
            return new Statement.Allocate(in(lane, s.variable()), made, s.position());
        } else if (changed instanceof Statement.Operate s) {
            return new Statement.Operate(
                    s.result().map(result -> in(lane, result)), s.operation(), s.arguments(), s.position());
        } else if (changed instanceof Statement.CallInactive s) {
            return new Statement.CallInactive(
                    s.result().map(result -> in(lane, result)), s.target(), s.arguments(), s.onlyReads(), s.position());
        } else if (changed instanceof Statement.Pop s) {
            return new Statement.Pop(in(lane, s.variable()));
        } else if (Walk.declared(changed).stream().anyMatch(laned::has)) {
            throw new IllegalStateException("not for several seeds: " + statement);
        }
        return changed;
    }

    private void remember(Statement.Remember remember, List<Statement> out) {
        boolean isDerivative = laned.has(remember.value())
                || laned.isDerivative(
                        Optional.empty(), remember.name(), remember.value().type());
        for (int lane = 0; lane < (isDerivative ? seeds : 1); lane++) {
            String name = isDerivative ? Protocol.lane(remember.name(), lane) : remember.name();
            out.add(new Statement.Remember(name, in(lane, remember.value())));
        }
    }

    /** A call of what has been generated for the callee, which takes its derivatives for all seeds. */
    private Statement invoke(Statement.Invoke invoke) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            boolean isDual = invoke.passed().get(i) == Statement.Passed.DUAL;
            for (int lane = 0; lane < (isDual ? seeds : 1); lane++) {
                arguments.add(in(lane, invoke.arguments().get(i)));
            }
        }
        return new Statement.Invoke(invoke.result(), invoke.receiver(), invoke.method(), arguments, invoke.position());
    }
}
