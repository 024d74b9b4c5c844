package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.read;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.Element;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.Singularity;
import dev.gradwright.processor.rules.TangentWriter;
import dev.gradwright.processor.rules.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation that computes each entry of its output from the entries at the same place: {@code c[k] = f(a[k], b[k], s)}.
 * Entry by entry the adjoint is read and cleared before it is handed on, so the output may be one of the inputs.
 *
 * @param operation the operation
 * @param accesses what it does with each argument
 * @param value f, from the entries of the arguments
 * @param partials per argument, where it has one, the partial derivative of f
 * @param singular per argument with a partial derivative that may be infinite, where it is
 */
public record Elementwise(
        Operation operation,
        List<Access> accesses,
        Value value,
        Map<Integer, Partial> partials,
        Map<Integer, Partial> singular)
        implements OperationRule {

    /** An operation whose partial derivatives are finite. */
    public Elementwise(Operation operation, List<Access> accesses, Value value, Map<Integer, Partial> partials) {
        this(operation, accesses, value, partials, Map.of());
    }

    /** The entry that is computed, from the entries of the arguments. */
    @FunctionalInterface
    public interface Value {
        Expression of(List<Expression> entries);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        if (!accesses.contains(Access.WRITE)) {
            return Optional.empty();
        }
        Expression model = arguments.get(accesses.indexOf(Access.READ));
        return Optional.of(new Size(Loops.rows(model), Loops.columns(model)));
    }

    @Override
    public void tangent(TangentWriter writer) {
        int out = output().orElseThrow();
        Variable k = writer.temporary("k", Type.INT);
        List<Expression> entries = new ArrayList<>();
        for (int i = 0; i < accesses.size(); i++) {
            entries.add(isContents(i) ? Loops.entry(writer.value(i), read(k)) : writer.value(i));
        }
        Expression sum = ZERO;
        for (Map.Entry<Integer, Partial> partial : partials.entrySet()) {
            int i = partial.getKey();
            if (writer.active(i)) {
                Expression dot = isContents(i) ? Loops.entry(writer.dot(i), read(k)) : writer.dot(i);
                Expression term = Singularity.product(
                        dot,
                        partial.getValue().of(entries, value.of(entries)),
                        singular(i).of(entries, value.of(entries)));
                sum = sum == ZERO ? term : plus(sum, term);
            }
        }
        Element target = Loops.entry(writer.dot(out), read(k));
        if (!target.equals(sum)) {
            Statement store = new Statement.Store(target, sum, Position.NOWHERE);
            writer.emit(Loops.count(k, Loops.size(writer.dot(out)), List.of(store)));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        int out = output().orElseThrow();
        Variable k = writer.temporary("k", Type.INT);
        Variable g = writer.temporary("g", Type.DOUBLE);
        Element outBar = Loops.entry(writer.bar(out), read(k));
        boolean staysAsItIs = false;
        List<Statement> contributions = new ArrayList<>();
        Map<Integer, Variable> totals = new LinkedHashMap<>();
        for (Map.Entry<Integer, Partial> partial : partials.entrySet()) {
            int i = partial.getKey();
            if (!writer.active(i)) {
                continue;
            }
            Expression factor = factor(partial.getValue(), writer, out, k);
            Expression contribution = Singularity.product(read(g), factor, factor(singular(i), writer, out, k));
            if (i == out && factor.equals(ONE)) {
                staysAsItIs = true;
            } else if (isContents(i)) {
                contributions.add(Loops.add(Loops.entry(writer.bar(i), read(k)), contribution));
            } else {
                Variable total = writer.temporary("total", Type.DOUBLE);
                totals.put(i, total);
                contributions.add(Loops.add(total, contribution));
            }
        }
        if (contributions.isEmpty() && staysAsItIs) {
            return;
        }
        List<Statement> body = new ArrayList<>();
        if (!contributions.isEmpty()) {
            body.add(Loops.declare(g, outBar));
        }
        if (!staysAsItIs) {
            body.add(Loops.clear(outBar));
        }
        body.addAll(contributions);
        totals.values().forEach(total -> writer.emit(Loops.declare(total, ZERO)));
        writer.emit(Loops.count(k, Loops.size(writer.bar(out)), body));
        totals.forEach((i, total) -> writer.accumulate(i, read(total)));
    }

    private Expression factor(Partial partial, AdjointWriter writer, int out, Variable k) {
        List<Expression> entries = new ArrayList<>();
        for (Type type : operation.parameters()) {
            entries.add(read(new Variable("entry", type.isReference() ? Type.DOUBLE : type)));
        }
        return new Template(partial, entries)
                .fill(
                        i -> isContents(i) ? Loops.entry(writer.before(i), read(k)) : writer.before(i),
                        () -> Loops.entry(writer.after(out), read(k)));
    }

    private Partial singular(int argument) {
        return singular.getOrDefault(argument, (e, r) -> Singularity.NEVER);
    }

    private boolean isContents(int argument) {
        return operation.parameters().get(argument).isReference();
    }
}
