package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.read;
import static dev.gradwright.processor.ir.Expressions.times;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A matrix product {@code C = alpha op(A) op(B)} or {@code C += alpha op(A) op(B)}, op being transposition or nothing.
 *
 * <p>With G the adjoint of C and no transposition, A gets {@code alpha G B'} and B gets {@code alpha A' G}; a transposed
 * operand gets the transpose of its share (Giles 2008, "An extended collection of matrix derivative results", section 2.2.1).
 *
 * @param operation the operation
 * @param scaled whether it has a leading factor alpha
 * @param transposesLeft whether A is transposed
 * @param transposesRight whether B is transposed
 * @param adds whether the product is added to C
 * @param keepsShape whether C has its shape already
 */
public record Product(
        Operation operation,
        boolean scaled,
        boolean transposesLeft,
        boolean transposesRight,
        boolean adds,
        boolean keepsShape)
        implements OperationRule {

    @Override
    public List<Access> accesses() {
        List<Access> accesses = new ArrayList<>(scaled ? List.of(Access.VALUE) : List.of());
        Collections.addAll(accesses, Access.READ, Access.READ, keepsShape ? Access.UPDATE : Access.WRITE);
        return accesses;
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        if (keepsShape) {
            return Optional.empty();
        }
        Expression a = arguments.get(left());
        Expression b = arguments.get(right());
        return Optional.of(new Size(
                transposesLeft ? Loops.columns(a) : Loops.rows(a), transposesRight ? Loops.rows(b) : Loops.columns(b)));
    }

    @Override
    public void tangent(TangentWriter writer) {
        Expression target = writer.dot(out());
        if (!adds) {
            writer.emit(MatrixCalls.zero(target));
        }
        Optional<Expression> alpha = scaled ? Optional.of(writer.value(0)) : Optional.empty();
        if (scaled && writer.active(0)) {
            writer.emit(addProduct(Optional.of(writer.dot(0)), writer.value(left()), writer.value(right()), target));
        }
        if (writer.active(left())) {
            writer.emit(addProduct(alpha, writer.dot(left()), writer.value(right()), target));
        }
        if (writer.active(right())) {
            writer.emit(addProduct(alpha, writer.value(left()), writer.dot(right()), target));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        Expression g = writer.bar(out());
        if (scaled && writer.active(0)) {
            alphaAdjoint(writer, g);
        }
        Optional<Expression> alpha = scaled && (writer.active(left()) || writer.active(right()))
                ? Optional.of(writer.before(0))
                : Optional.empty();
        if (writer.active(left())) {
            Expression b = writer.before(right());
            writer.emit(
                    transposesLeft
                            ? MatrixCalls.addProduct(alpha, b, transposesRight, g, true, writer.bar(left()))
                            : MatrixCalls.addProduct(alpha, g, false, b, !transposesRight, writer.bar(left())));
        }
        if (writer.active(right())) {
            Expression a = writer.before(left());
            writer.emit(
                    transposesRight
                            ? MatrixCalls.addProduct(alpha, g, true, a, transposesLeft, writer.bar(right()))
                            : MatrixCalls.addProduct(alpha, a, !transposesLeft, g, false, writer.bar(right())));
        }
        if (!adds) {
            writer.emit(MatrixCalls.zero(g));
        }
    }

    /** alpha gets the sum over all entries of G times op(A) op(B). */
    private void alphaAdjoint(AdjointWriter writer, Expression g) {
        Variable product = writer.temporary("product", Type.MATRIX);
        Variable share = writer.temporary("share", Type.DOUBLE);
        writer.emit(new Statement.Allocate(
                product, new Statement.Allocation.NewMatrix(Loops.rows(g), Loops.columns(g)), Position.NOWHERE));
        writer.emit(addProduct(Optional.empty(), writer.before(left()), writer.before(right()), read(product)));
        Variable k = writer.temporary("k", Type.INT);
        writer.emit(Loops.declare(share, literal(0.0)));
        writer.emit(Loops.count(
                k,
                Loops.size(g),
                List.of(Loops.add(share, times(Loops.entry(g, read(k)), Loops.entry(read(product), read(k)))))));
        writer.accumulate(0, read(share));
    }

    private Statement addProduct(Optional<Expression> alpha, Expression a, Expression b, Expression target) {
        return MatrixCalls.addProduct(alpha, a, transposesLeft, b, transposesRight, target);
    }

    private int left() {
        return scaled ? 1 : 0;
    }

    private int right() {
        return left() + 1;
    }

    private int out() {
        return left() + 2;
    }
}
