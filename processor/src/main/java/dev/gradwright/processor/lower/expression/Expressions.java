package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Operands;
import java.util.Optional;

/** Lowers expressions: each becomes a pure expression, after statements for whatever has an effect. */
public interface Expressions {

    /** Lowers an expression that is wanted for its value. */
    Expression value(ExpressionTree tree);

    /** Lowers an expression that is wanted for its value, by something of a type if one is given. */
    Expression value(ExpressionTree tree, Optional<Type> wanted);

    /** Lowers an expression and converts it to a type as assignment does. */
    Expression valueAs(Type wanted, ExpressionTree tree);

    /** Lowers an expression that is wanted for an element, a component or the length of its value. */
    Expression owner(ExpressionTree tree);

    /** Lowers an expression whose value nobody wants. */
    void effect(ExpressionTree tree);

    /** Lowers {@code array[index]}, as the first two of some operands. */
    Expression element(ArrayAccessTree tree, Operands operands);

    /** Refuses a value that is an array of records of a field, or contains one. */
    void requireApart(Expression value, Tree tree);

    /** Notes what the compiler takes an expression for: the type of its value, unless another is known. */
    void decideType(ExpressionTree tree, Expression value);

    Conversions conversions();

    VariableNames variableNames();

    Operators operators();

    Assignments assignments();

    Allocations allocations();

    InactiveCalls inactiveCalls();
}
