package dev.gradwright.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;

/** Lowers expressions: each becomes a pure expression, after statements for whatever has an effect. */
final class Expressions {

    private final Site site;
    private final Body body;
    private final Conversions conversions;
    private final VariableNames variableNames;
    private final Operators operators;
    private final Assignments assignments;
    private final Allocations allocations;
    private final Calls calls;

    Expressions(Site site, Fields fields, Body body, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.conversions = new Conversions(site);
        this.variableNames = new VariableNames(site, fields, body, this);
        this.operators = new Operators(site, body, this);
        this.assignments = new Assignments(site, body, this);
        this.allocations = new Allocations(site, body, this);
        this.calls = new Calls(site, fields, body, this, helpers);
    }

    Conversions conversions() {
        return conversions;
    }

    VariableNames variableNames() {
        return variableNames;
    }

    Allocations allocations() {
        return allocations;
    }

    Assignments assignments() {
        return assignments;
    }

    /** Lowers an expression that is wanted for its value. */
    Expression value(ExpressionTree tree) {
        Expression value = dispatch(tree);
        if (value.type() == Type.VOID) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, "void", "a value", "The method returns nothing.");
        }
        note(tree, value);
        return value;
    }

    /** Lowers an expression and converts it to a type as assignment does. */
    Expression valueAs(Type wanted, ExpressionTree tree) {
        if (tree instanceof NewArrayTree array && array.getType() == null) {
            return allocations.initializer(array, wanted);
        }
        return conversions.to(wanted, value(tree), tree);
    }

    /** Lowers an expression whose value nobody wants. */
    void effect(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            effect(parenthesized.getExpression());
        } else if (tree instanceof UnaryTree unary && Assignments.changesOperand(unary)) {
            assignments.step(unary, false);
        } else if (tree instanceof MethodInvocationTree call) {
            calls.call(call);
        } else {
            value(tree);
        }
    }

    private void note(ExpressionTree tree, Expression value) {
        boolean hasOwnType = !(value instanceof Expression.Null)
                && !(tree instanceof ParenthesizedTree)
                && !(tree instanceof LiteralTree literal && literal.getValue() instanceof Character);
        if (hasOwnType) {
            site.decideType(tree, value.type());
        }
    }

    private Expression dispatch(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return value(parenthesized.getExpression());
        } else if (tree instanceof LiteralTree literal) {
            return literal(literal);
        } else if (tree instanceof IdentifierTree identifier) {
            return variableNames.identifier(identifier);
        } else if (tree instanceof MemberSelectTree select) {
            return variableNames.select(select);
        } else if (tree instanceof ArrayAccessTree access) {
            return element(access);
        } else if (tree instanceof UnaryTree unary) {
            return Assignments.changesOperand(unary) ? assignments.step(unary, true) : operators.unary(unary);
        } else if (tree instanceof BinaryTree binary) {
            return operators.binary(binary);
        } else if (tree instanceof ConditionalExpressionTree choice) {
            return operators.choice(choice);
        } else if (tree instanceof TypeCastTree cast) {
            return conversions.cast(site.typeOf(cast.getType()), value(cast.getExpression()), cast);
        } else if (tree instanceof AssignmentTree assignment) {
            return assignments.assign(assignment);
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            return assignments.compound(assignment);
        } else if (tree instanceof NewArrayTree array) {
            return allocations.array(array);
        } else if (tree instanceof NewClassTree object) {
            return allocations.object(object);
        } else if (tree instanceof MethodInvocationTree call) {
            return calls.call(call);
        }
        throw unsupported(tree);
    }

    private RuntimeException unsupported(ExpressionTree tree) {
        if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
            return site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A lambda or method reference",
                    "Write a loop or a method instead.");
        } else if (tree instanceof SwitchExpressionTree) {
            return site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "A switch", "Use if and else.");
        } else if (tree instanceof InstanceOfTree) {
            return site.refuse(
                    tree, Message.UNSUPPORTED_EXPRESSION, "instanceof", "Decide with a boolean or an int instead.");
        }
        return site.refuse(
                tree, Message.UNSUPPORTED_EXPRESSION, "This expression", "Write it with numbers and arrays.");
    }

    private Expression literal(LiteralTree tree) {
        Object value = tree.getValue();
        if (value == null) {
            return new Expression.Null(Type.MATRIX);
        } else if (value instanceof Double) {
            return new Expression.Literal(Type.DOUBLE, value);
        } else if (value instanceof Integer) {
            return new Expression.Literal(Type.INT, value);
        } else if (value instanceof Long) {
            return new Expression.Literal(Type.LONG, value);
        } else if (value instanceof Boolean) {
            return new Expression.Literal(Type.BOOLEAN, value);
        } else if (value instanceof String) {
            return new Expression.Literal(Type.STRING, value);
        }
        Tree.Kind kind = tree.getKind();
        throw site.refuse(tree, Message.UNSUPPORTED_TYPE, kind == Tree.Kind.FLOAT_LITERAL ? "float" : "char");
    }

    /** {@code array[index]}. */
    Expression.Place element(ArrayAccessTree tree) {
        Operands operands = new Operands(body);
        return element(tree, operands);
    }

    /** {@code array[index]}, as the first two of some operands. */
    Expression.Place element(ArrayAccessTree tree, Operands operands) {
        operands.add(() -> value(tree.getExpression()));
        operands.add(() -> index(tree.getIndex()));
        if (!(operands.get(0).type() instanceof Type.ArrayOf)) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, operands.get(0).type(), "an array", "");
        }
        return new Expression.Element(operands.get(0), operands.get(1));
    }

    /** Lowers an index or a length. */
    Expression index(ExpressionTree tree) {
        return valueAs(Type.INT, tree);
    }
}
