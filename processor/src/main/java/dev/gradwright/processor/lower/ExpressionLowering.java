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
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.call.Calls;
import dev.gradwright.processor.lower.call.Closures;
import dev.gradwright.processor.lower.control.Jumps;
import dev.gradwright.processor.lower.control.Switches;
import dev.gradwright.processor.lower.declare.Fields;
import dev.gradwright.processor.lower.expression.Allocations;
import dev.gradwright.processor.lower.expression.Assignments;
import dev.gradwright.processor.lower.expression.Conversions;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.expression.InactiveCalls;
import dev.gradwright.processor.lower.expression.Operators;
import dev.gradwright.processor.lower.expression.TypeTests;
import dev.gradwright.processor.lower.expression.VariableNames;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.AssignedNames;
import dev.gradwright.processor.lower.site.Site;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Hands each kind of expression to who lowers it, and says what holds for all. */
final class ExpressionLowering implements Expressions {

    private final Site site;
    private final Body body;
    private final Conversions conversions;
    private final VariableNames variableNames;
    private final Operators operators;
    private final Assignments assignments;
    private final Allocations allocations;
    private final InactiveCalls inactiveCalls;
    private final Closures closures;
    private final Calls calls;
    private final Switches switches;

    ExpressionLowering(Site site, Fields fields, Body body, Jumps jumps, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.conversions = new Conversions(site);
        this.variableNames = new VariableNames(site, fields, body, this);
        this.operators = new Operators(site, body, this);
        this.assignments = new Assignments(site, body, this);
        this.allocations = new Allocations(site, body, this);
        this.inactiveCalls = new InactiveCalls(site, body);
        this.closures = new Closures(site, body, this, helpers);
        this.calls = new Calls(site, fields, body, this, closures, helpers);
        this.switches = new Switches(site, body, this, jumps);
    }

    @Override
    public Conversions conversions() {
        return conversions;
    }

    @Override
    public VariableNames variableNames() {
        return variableNames;
    }

    @Override
    public Allocations allocations() {
        return allocations;
    }

    Calls calls() {
        return calls;
    }

    @Override
    public Assignments assignments() {
        return assignments;
    }

    @Override
    public InactiveCalls inactiveCalls() {
        return inactiveCalls;
    }

    @Override
    public Operators operators() {
        return operators;
    }

    Switches switches() {
        return switches;
    }

    @Override
    public Expression value(ExpressionTree tree) {
        return value(tree, Optional.empty());
    }

    @Override
    public Expression value(ExpressionTree tree, Optional<Type> wanted) {
        Expression value = owner(tree, wanted);
        requireApart(value, tree);
        return value;
    }

    @Override
    public void requireApart(Expression value, Tree tree) {
        Bundles.heldArray(value).ifPresent(array -> {
            throw site.refuse(tree, Message.COMPOSITE_ARRAY, tree, array.type());
        });
    }

    @Override
    public Expression owner(ExpressionTree tree) {
        return owner(tree, Optional.empty());
    }

    private Expression owner(ExpressionTree tree, Optional<Type> wanted) {
        Expression value = dispatch(tree, wanted);
        if (value.type() == Type.VOID) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, "void", "a value", "The method returns nothing.");
        }
        note(tree, value);
        return value;
    }

    @Override
    public Expression valueAs(Type wanted, ExpressionTree tree) {
        if (tree instanceof NewArrayTree array && array.getType() == null) {
            return allocations.initializer(array, wanted);
        }
        return conversions.to(wanted, value(tree, Optional.of(wanted)), tree);
    }

    @Override
    public void effect(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            effect(parenthesized.getExpression());
        } else if (tree instanceof UnaryTree unary && AssignedNames.changesOperand(unary)) {
            assignments.step(unary, false);
        } else if (tree instanceof AssignmentTree assignment) {
            assignments.assign(assignment, false);
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            assignments.compound(assignment, false);
        } else if (tree instanceof MethodInvocationTree call) {
            body.code().forget(calls.call(call, Optional.empty()));
        } else if (tree instanceof NewClassTree) {
            body.code().forget(value(tree));
        } else {
            value(tree);
        }
    }

    private void note(ExpressionTree tree, Expression value) {
        // the type of these is that of what they are assigned to, or follows from it
        boolean isPoly = tree instanceof SwitchExpressionTree
                || value.type() instanceof Type.Closure
                || value.type() instanceof Type.Opaque
                        && (tree instanceof ConditionalExpressionTree
                                || tree instanceof NewClassTree
                                || tree instanceof MethodInvocationTree);
        boolean hasOwnType = !(value instanceof Expression.Null) && !(tree instanceof ParenthesizedTree) && !isPoly;
        if (hasOwnType) {
            decideType(tree, value);
        }
    }

    @Override
    public void decideType(ExpressionTree tree, Expression value) {
        Optional<TypeMirror> known =
                body.staticTypes().of(tree instanceof AssignmentTree assignment ? assignment.getVariable() : tree);
        if (known.isPresent()) {
            site.decideType(tree, known.get());
        } else {
            site.decideType(tree, value.type());
        }
    }

    private Expression dispatch(ExpressionTree tree, Optional<Type> wanted) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return value(parenthesized.getExpression(), wanted);
        } else if (tree instanceof LiteralTree literal) {
            return literal(literal);
        } else if (tree instanceof IdentifierTree identifier) {
            return variableNames.identifier(identifier);
        } else if (tree instanceof MemberSelectTree select) {
            return variableNames.select(select);
        } else if (tree instanceof ArrayAccessTree access) {
            return element(access, new Operands(body));
        } else if (tree instanceof UnaryTree unary) {
            return AssignedNames.changesOperand(unary) ? assignments.step(unary, true) : operators.unary(unary);
        } else if (tree instanceof BinaryTree binary) {
            return operators.binary(binary);
        } else if (tree instanceof ConditionalExpressionTree choice) {
            return operators.choice(choice, wanted);
        } else if (tree instanceof TypeCastTree cast) {
            return cast(cast);
        } else if (tree instanceof AssignmentTree assignment) {
            return assignments.assign(assignment, true);
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            return assignments.compound(assignment, true);
        } else if (tree instanceof NewArrayTree array) {
            return allocations.array(array);
        } else if (tree instanceof NewClassTree object) {
            return calls.creations().object(object, wanted);
        } else if (tree instanceof MethodInvocationTree call) {
            return calls.call(call, wanted);
        } else if (tree instanceof InstanceOfTree test) {
            return new TypeTests(site, body, this).test(test);
        } else if (tree instanceof SwitchExpressionTree choice) {
            return switches.expression(choice, wanted);
        } else if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
            return closures.closure(tree);
        }
        throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "This expression", "Write it with numbers and arrays.");
    }

    private Expression cast(TypeCastTree tree) {
        Type type = site.typeOf(tree.getType());
        if (site.isGeneric()) {
            site.mirrorOf(tree.getType()).ifPresent(mirror -> body.staticTypes().note(tree, mirror));
        }
        return conversions.cast(type, value(tree.getExpression()), tree);
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
        } else if (value instanceof Character) {
            return new Expression.Literal(Type.CHAR, value);
        }
        throw site.refuse(tree, Message.UNSUPPORTED_TYPE, "float");
    }

    @Override
    public Expression element(ArrayAccessTree tree, Operands operands) {
        operands.add(() -> owner(tree.getExpression()));
        operands.add(() -> valueAs(Type.INT, tree.getIndex()));
        if (!(operands.get(0).type() instanceof Type.ArrayOf)) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, operands.get(0).type(), "an array", "");
        }
        body.staticTypes()
                .of(tree.getExpression())
                .filter(ArrayType.class::isInstance)
                .ifPresent(array -> body.staticTypes().note(tree, ((ArrayType) array).getComponentType()));
        return Bundles.element(operands.get(0), operands.get(1));
    }
}
