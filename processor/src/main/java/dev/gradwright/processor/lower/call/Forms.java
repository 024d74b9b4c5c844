package dev.gradwright.processor.lower.call;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.rules.FormWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes what library calls are short for into the body of the method that makes them. */
final class Forms implements FormWriter {

    /** Calls a method of the library by its name and arguments. */
    @FunctionalInterface
    interface Caller {
        Expression call(ClassRef owner, String name, List<Expression> arguments);
    }

    private final Body body;
    private final Expressions expressions;
    private final Caller caller;
    private final Supplier<RuntimeException> nullRefusal;

    Forms(Body body, Expressions expressions, Caller caller, Supplier<RuntimeException> nullRefusal) {
        this.body = body;
        this.expressions = expressions;
        this.caller = caller;
        this.nullRefusal = nullRefusal;
    }

    @Override
    public Expression matrix(Expression rows, Expression columns) {
        return expressions.allocations().allocate(Type.MATRIX, new Allocation.NewMatrix(rows, columns));
    }

    @Override
    public Expression zeros(Expression output, Expression rows, Expression columns) {
        return isNew(output)
                ? matrix(rows, columns)
                : caller.call(SHAPED, "zeros", List.of(output, body.held(rows), body.held(columns)));
    }

    @Override
    public Expression orNew(Expression output, Expression rows, Expression columns) {
        return isNew(output) ? matrix(rows, columns) : output;
    }

    @Override
    public Expression copy(Expression source) {
        return expressions.allocations().allocate(source.type(), new Allocation.Copy(source));
    }

    @Override
    public Expression kept(ClassRef type) {
        return expressions.allocations().allocate(new Type.Opaque(type, List.of()), new Allocation.Kept(type));
    }

    @Override
    public Expression call(ClassRef owner, String name, Expression... arguments) {
        return caller.call(owner, name, List.of(arguments));
    }

    @Override
    public void requireObject(Expression reference) {
        if (reference instanceof Expression.Null) {
            throw nullRefusal.get();
        }
    }

    @Override
    public Expression held(Expression value) {
        return body.held(value);
    }

    @Override
    public Expression.Read variable(String name, Expression start) {
        Variable variable = Variable.synthetic(name, start.type());
        body.declare(variable, start);
        return new Expression.Read(variable);
    }

    @Override
    public void assign(Expression.Read variable, Expression value) {
        body.assign(variable.variable(), value);
    }

    @Override
    public void store(Expression.Place place, Expression value) {
        body.add(new Statement.Store(place, value, body.position()));
    }

    @Override
    public void loop(Expression count, Consumer<Expression> turn) {
        Variable index = Variable.synthetic("i", Type.INT);
        Expression condition =
                new Expression.Binary(Type.BOOLEAN, BinaryOperator.LESS, new Expression.Read(index), count);
        Block block = body.nested(() -> turn.accept(new Expression.Read(index)));
        Expression start = new Expression.Literal(Type.INT, 0);
        body.add(new Statement.For(index, start, condition, 1, block, body.position()));
    }

    @Override
    public void when(Expression condition, Runnable then) {
        body.add(new Statement.If(condition, body.nested(then), new Block(List.of()), body.position()));
    }

    @Override
    public void failIf(Expression condition, ClassRef exception, String message) {
        List<Expression> arguments = List.of(new Expression.Literal(Type.STRING, message));
        when(condition, () -> body.add(new Statement.Throw(exception, arguments, body.position())));
    }

    @Override
    public String place() {
        return body.position().file() + ":" + body.position().line();
    }

    private static boolean isNew(Expression output) {
        return output instanceof Expression.Null;
    }
}
