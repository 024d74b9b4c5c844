package dev.gradwright.processor.emit;

import dev.gradwright.processor.analysis.ArgumentWrites;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.derive.Adjoints;
import dev.gradwright.processor.derive.CertainEntries;
import dev.gradwright.processor.derive.Copies;
import dev.gradwright.processor.derive.Facts;
import dev.gradwright.processor.derive.Flatten;
import dev.gradwright.processor.derive.Inlining;
import dev.gradwright.processor.derive.Lanes;
import dev.gradwright.processor.derive.NamedRows;
import dev.gradwright.processor.derive.ScalarReplacement;
import dev.gradwright.processor.derive.SecondOrder;
import dev.gradwright.processor.derive.SoleCalls;
import dev.gradwright.processor.derive.Tangent;
import dev.gradwright.processor.derive.TangentMethod;
import dev.gradwright.processor.derive.TapeRuns;
import dev.gradwright.processor.derive.TransposeNotes;
import dev.gradwright.processor.derive.Unrolling;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A unit with its derivatives: all that the classes generated for it are made of.
 *
 * @param facts the flattened unit and what is known of it
 * @param protocol the names of generated methods
 * @param adjoints the adjoints of its active methods
 * @param secondOrder the tangents of the adjoints, if second derivatives are asked for
 * @param tangents the tangents of its active methods
 * @param rows the adjoints for several seeds at once, if these are asked for
 * @param columns the tangents for several directions at once
 * @param inactive the helpers that carry no derivative
 * @param writing the parameters through which methods write into what they are given
 * @param runAgain the active helpers that checkpointed steps run without a record
 */
public record Derived(
        Facts facts,
        Protocol protocol,
        List<AdjointMethod> adjoints,
        List<AdjointMethod> secondOrder,
        List<TangentMethod> tangents,
        List<AdjointMethod> rows,
        List<TangentMethod> columns,
        List<Method> inactive,
        Set<Variable> writing,
        List<Method> runAgain) {

    public Derived {
        adjoints = List.copyOf(adjoints);
        secondOrder = List.copyOf(secondOrder);
        tangents = List.copyOf(tangents);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        inactive = List.copyOf(inactive);
        runAgain = List.copyOf(runAgain);
    }

    /** Whether a method writes into an array or matrix that it is given. */
    boolean writesArguments(Method method) {
        return method.parameters().stream().map(Method.Parameter::variable).anyMatch(this::isWrittenThrough);
    }

    /** Whether a method writes into the array or matrix of a parameter. */
    boolean isWrittenThrough(Variable parameter) {
        return writing.contains(parameter);
    }

    /** Derives all methods of a unit; says which statements tell what they touch. */
    public static Derived of(Unit unit, TransposeNotes.Extent told) {
        Facts asWritten =
                Facts.of(Copies.unit(ScalarReplacement.unit(Unrolling.unit(SoleCalls.unit(Inlining.unit(unit))))));
        Facts facts = Facts.of(Flatten.unit(CertainEntries.marked(asWritten), asWritten.activity()));
        TransposeNotes notes = new TransposeNotes(facts, told);
        Protocol protocol = new Protocol(unit);
        List<Method> active = facts.unit().methods().values().stream()
                .filter(facts.activity()::isActive)
                .toList();
        return new Derived(
                facts,
                protocol,
                finished(Adjoints.of(facts, protocol, notes)),
                unit.secondOrder() ? finished(SecondOrder.of(facts, protocol)) : List.of(),
                active.stream()
                        .map(method -> Tangent.of(facts, protocol, method, notes))
                        .toList(),
                unit.hasLanes() ? finished(Lanes.adjoints(facts, protocol)) : List.of(),
                unit.hasLanes()
                        ? active.stream()
                                .map(method -> Lanes.tangent(facts, protocol, method))
                                .toList()
                        : List.of(),
                facts.unit().methods().values().stream()
                        .filter(method -> !active.contains(method))
                        .toList(),
                ArgumentWrites.in(facts.unit(), facts.aliases()),
                reached(facts.unit()).stream().filter(active::contains).toList());
    }

    /** Adjoints, written so that compiled code is fast. */
    private static List<AdjointMethod> finished(List<AdjointMethod> adjoints) {
        return adjoints.stream()
                .map(adjoint -> TapeRuns.in(NamedRows.in(adjoint)))
                .toList();
    }

    /** The checkpointed steps and the helpers that they call. */
    private static List<Method> reached(Unit unit) {
        List<Method> reached = new ArrayList<>();
        unit.methods().values().stream()
                .filter(method -> unit.checkpoints().containsKey(method.key()))
                .forEach(reached::add);
        for (int i = 0; i < reached.size(); i++) {
            Walk.statements(reached.get(i).body(), statement -> {
                if (statement instanceof Statement.CallHelper call) {
                    Method callee = unit.methods().get(call.callee());
                    if (!reached.contains(callee)) {
                        reached.add(callee);
                    }
                }
            });
        }
        return reached;
    }

    /** Whether value and gradient of a method are computed in one sweep of their own, and not by its two halves. */
    public boolean goesBackAtOnce(Method method) {
        return adjoints.stream()
                .anyMatch(adjoint -> adjoint.source().key().equals(method.key())
                        && adjoint.together().isPresent());
    }

    public Unit unit() {
        return facts.unit();
    }
}
