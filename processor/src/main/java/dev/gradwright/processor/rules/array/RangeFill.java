package dev.gradwright.processor.rules.array;

import static dev.gradwright.processor.ir.Expressions.ZERO;
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
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/** {@code Arrays.fill(array, from, to, value)}. */
record RangeFill(Operation operation) implements OperationRule {

    private static final int ARRAY = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int VALUE = 3;

    @Override
    public List<Access> accesses() {
        return List.of(Access.UPDATE, Access.VALUE, Access.VALUE, Access.VALUE);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public void tangent(TangentWriter writer) {
        Variable k = writer.temporary("k", Type.INT);
        Expression dot = writer.active(VALUE) ? writer.dot(VALUE) : ZERO;
        Statement store = new Statement.Store(new Element(writer.dot(ARRAY), read(k)), dot, Position.NOWHERE);
        writer.emit(Loops.range(k, writer.value(FROM), writer.value(TO), List.of(store)));
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        Variable k = writer.temporary("k", Type.INT);
        Element bar = new Element(writer.bar(ARRAY), read(k));
        if (writer.active(VALUE)) {
            Variable total = writer.temporary("total", Type.DOUBLE);
            writer.emit(Loops.declare(total, ZERO));
            writer.emit(Loops.range(
                    k, writer.before(FROM), writer.before(TO), List.of(Loops.add(total, bar), Loops.clear(bar))));
            writer.accumulate(VALUE, read(total));
        } else {
            writer.emit(Loops.range(k, writer.before(FROM), writer.before(TO), List.of(Loops.clear(bar))));
        }
    }
}
