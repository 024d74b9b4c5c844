package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.rules.ejml.Ejml.runtime;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.OperationRule.Access;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Factorizing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A class of the runtime whose objects keep a factorization, and the operation that makes it. */
final class Kept {

    private final ClassRef type;
    private final String method;
    private final Type result;
    private final List<Access> accesses;

    /**
     * Names them.
     *
     * @param type the class
     * @param method its method
     * @param result what the method gives
     * @param matrices what it does with its matrices
     */
    Kept(String type, String method, Type result, Access... matrices) {
        this.type = runtime(type);
        this.method = method;
        this.result = result;
        this.accesses = List.of(matrices);
    }

    /** Adds the rule of an operation that gives a number. */
    void addTo(Table table) {
        addTo(table, (output, arguments) -> {
            throw new IllegalStateException(method + " writes no matrix");
        });
    }

    /** Adds the rule of an operation that writes matrices of one shape, given the arguments with the object first. */
    void addTo(Table table, Function<List<Expression>, Size> shape) {
        addTo(table, (output, arguments) -> shape.apply(arguments));
    }

    /** Adds the rule. */
    void addTo(Table table, Factorizing.Shape shape) {
        List<Type> parameters = new ArrayList<>(List.of(new Type.Opaque(type, List.of())));
        List<Access> all = new ArrayList<>(List.of(Access.VALUE));
        for (Access access : accesses) {
            parameters.add(Type.MATRIX);
            all.add(access);
        }
        parameters.add(Type.STRING);
        all.add(Access.VALUE);
        Factorizing rule = new Factorizing(new Operation(type, method, true, parameters, result), all, shape);
        table.rule(rule);
        table.rule(rule.adjointRule());
    }

    /** Calls the method with a new object. */
    Expression call(FormWriter writer, List<Expression> matrices) {
        List<Expression> arguments = new ArrayList<>(List.of(writer.kept(type)));
        arguments.addAll(matrices);
        arguments.add(new Expression.Literal(Type.STRING, writer.place()));
        return writer.call(type, method, arguments.toArray(Expression[]::new));
    }
}
