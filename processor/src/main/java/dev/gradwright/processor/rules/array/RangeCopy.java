package dev.gradwright.processor.rules.array;

import static dev.gradwright.processor.ir.Expressions.literal;
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
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/**
 * {@code System.arraycopy(source, sourceStart, target, targetStart, length)}. Source and target may be one array with
 * overlapping ranges, so the adjoint takes the whole target range away before it gives anything to the source.
 */
record RangeCopy(Operation operation) implements OperationRule {

    private static final int SOURCE = 0;
    private static final int SOURCE_START = 1;
    private static final int TARGET = 2;
    private static final int TARGET_START = 3;
    private static final int LENGTH = 4;

    @Override
    public List<Access> accesses() {
        return List.of(Access.READ, Access.VALUE, Access.UPDATE, Access.VALUE, Access.VALUE);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public void tangent(TangentWriter writer) {
        if (writer.active(SOURCE)) {
            List<Expression> arguments = List.of(
                    writer.dot(SOURCE),
                    writer.value(SOURCE_START),
                    writer.dot(TARGET),
                    writer.value(TARGET_START),
                    writer.value(LENGTH));
            writer.emit(new Statement.Operate(Optional.empty(), operation, arguments, Position.NOWHERE));
        } else {
            Variable k = writer.temporary("k", Type.INT);
            Expression place = plus(writer.value(TARGET_START), read(k));
            Statement clear = Loops.clear(new Element(writer.dot(TARGET), place));
            writer.emit(Loops.count(k, writer.value(LENGTH), List.of(clear)));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        Variable k = writer.temporary("k", Type.INT);
        Element target = new Element(writer.bar(TARGET), plus(writer.before(TARGET_START), read(k)));
        if (!writer.active(SOURCE)) {
            writer.emit(Loops.count(k, writer.before(LENGTH), List.of(Loops.clear(target))));
            return;
        }
        Variable moved = writer.temporary("moved", Type.DOUBLES);
        Element kept = new Element(read(moved), read(k));
        Element source = new Element(writer.bar(SOURCE), plus(writer.before(SOURCE_START), read(k)));
        writer.emit(new Statement.Allocate(
                moved,
                new Statement.Allocation.NewArray((Type.ArrayOf) Type.DOUBLES, List.of(writer.before(LENGTH))),
                Position.NOWHERE));
        writer.emit(Loops.range(
                k,
                literal(0),
                writer.before(LENGTH),
                List.of(new Statement.Store(kept, target, Position.NOWHERE), Loops.clear(target))));
        writer.emit(Loops.count(k, writer.before(LENGTH), List.of(Loops.add(source, kept))));
    }
}
