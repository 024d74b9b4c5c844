package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.read;
import static dev.gradwright.processor.ir.Expressions.times;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.TangentWriter;
import dev.gradwright.processor.rules.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A number that depends on all entries alike: a sum {@code r = sum over k of f(a[k], b[k])}, or a function of one, such as a norm.
 *
 * @param operation the operation
 * @param partials per argument the partial derivative of r with respect to the entry at k, from the entries at k and r
 */
public record Reduction(Operation operation, Map<Integer, Partial> partials) implements OperationRule {

    @Override
    public List<Access> accesses() {
        return operation.parameters().stream().map(parameter -> Access.READ).toList();
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public boolean tangentFollows() {
        return true;
    }

    @Override
    public void tangent(TangentWriter writer) {
        Variable k = writer.temporary("k", Type.INT);
        Variable total = writer.temporary("total", Type.DOUBLE);
        List<Statement> body = new ArrayList<>();
        partials.forEach((i, partial) -> {
            if (writer.active(i)) {
                Expression factor = factor(partial, j -> Loops.entry(writer.value(j), read(k)), writer::outcome);
                body.add(Loops.add(total, times(Loops.entry(writer.dot(i), read(k)), factor)));
            }
        });
        writer.emit(Loops.declare(total, ZERO));
        writer.emit(Loops.count(k, Loops.size(writer.value(0)), body));
        writer.result(read(total));
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        Variable k = writer.temporary("k", Type.INT);
        Variable g = writer.temporary("g", Type.DOUBLE);
        List<Statement> body = new ArrayList<>();
        Expression size = null;
        for (Map.Entry<Integer, Partial> partial : partials.entrySet()) {
            int i = partial.getKey();
            if (writer.active(i)) {
                Expression factor =
                        factor(partial.getValue(), j -> Loops.entry(writer.before(j), read(k)), writer::outcome);
                body.add(Loops.add(Loops.entry(writer.bar(i), read(k)), times(read(g), factor)));
                size = size == null ? Loops.size(writer.bar(i)) : size;
            }
        }
        if (size != null) {
            writer.emit(Loops.declare(g, writer.seed()));
            writer.emit(Loops.count(k, size, body));
        }
    }

    private Expression factor(Partial partial, IntFunction<Expression> entry, Supplier<Expression> outcome) {
        List<Expression> blanks = new ArrayList<>();
        for (int i = 0; i < operation.parameters().size(); i++) {
            blanks.add(read(new Variable("entry", Type.DOUBLE)));
        }
        return new Template(partial, blanks).fill(entry, outcome);
    }
}
