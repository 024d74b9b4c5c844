package dev.gradwright.processor.lower.control;

import com.sun.source.tree.ExpressionTree;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The variable that holds what a method returns: declared where the only return stands, or before everything. */
public final class Results {

    /** What names of derivatives of a part have besides the part's own name. */
    private static final Pattern OF_DERIVATIVES = Pattern.compile("^Result|Bar|Dot|Product|Lane");

    private final Type type;
    private final boolean isSingle;
    private final Body body;
    private final Expressions expressions;
    private Variable variable;
    private boolean isMade;

    /**
     * @param type the method's result type
     * @param isSingle whether the method has one return, as its last statement
     */
    public Results(Type type, boolean isSingle, Body body, Expressions expressions) {
        this.type = type;
        this.isSingle = isSingle;
        this.body = body;
        this.expressions = expressions;
        this.variable = new Variable("result", type);
    }

    /** What a constructor returns is the object that it makes; that is declared already. */
    public static Results ofConstructor(Variable made, Body body, Expressions expressions) {
        Results results = new Results(made.type(), true, body, expressions);
        results.variable = made;
        results.isMade = true;
        return results;
    }

    /**
     * What the method returns, by parts. Those of a helper, whose names nobody else knows, are numbered where one could be taken for the
     * derivative of another, {@code xBar} beside {@code x}, or a parameter for the derivative of the result.
     */
    public List<Method.Result> all(Method.Role role, List<Method.Parameter> parameters) {
        if (type == Type.VOID) {
            return List.of();
        }
        List<Type.Part> parts = Type.leaves(type);
        String mark = "";
        while (isBeginning("result" + mark, parameters)) {
            mark += "_";
        }
        boolean areNumbered = role == Method.Role.HELPER
                && (!mark.isEmpty()
                        || parts.stream()
                                .anyMatch(part ->
                                        OF_DERIVATIVES.matcher(part.suffix()).find()));
        List<Variable> leaves = body.takenApart().leaves(variable);
        List<Method.Result> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = areNumbered ? mark + (i + 1) : parts.get(i).suffix();
            all.add(new Method.Result(name, leaves.get(i)));
        }
        return all;
    }

    /** Declares the variable in front of a body with several returns. */
    public void start(boolean needsValue) {
        if (type != Type.VOID && !isSingle) {
            body.declare(variable, needsValue);
        }
    }

    /** Leaves a return without a value, where one is wanted, to the compiler, which reports it. */
    void requireNone() {
        if (type != Type.VOID && !isMade) {
            throw new AlreadyRefused();
        }
    }

    public void give(ExpressionTree tree) {
        give(expressions.valueAs(type, tree));
    }

    public void give(Expression value) {
        if (!isSingle) {
            body.assign(variable, value);
        } else if (value instanceof Expression.Read read && body.isLocal(read.variable())) {
            variable = read.variable();
        } else if (!body.names(value, variable)) {
            body.declare(variable, value);
        }
    }

    private static boolean isBeginning(String start, List<Method.Parameter> parameters) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.variable().name().startsWith(start));
    }
}
