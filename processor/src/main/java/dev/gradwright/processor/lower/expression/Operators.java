package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lowers operators that change nothing. */
public final class Operators {

    private static final Map<Tree.Kind, BinaryOperator> BINARY = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, BinaryOperator.PLUS),
            Map.entry(Tree.Kind.MINUS, BinaryOperator.MINUS),
            Map.entry(Tree.Kind.MULTIPLY, BinaryOperator.TIMES),
            Map.entry(Tree.Kind.DIVIDE, BinaryOperator.DIVIDE),
            Map.entry(Tree.Kind.REMAINDER, BinaryOperator.REMAINDER),
            Map.entry(Tree.Kind.LEFT_SHIFT, BinaryOperator.SHIFT_LEFT),
            Map.entry(Tree.Kind.RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT),
            Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
            Map.entry(Tree.Kind.LESS_THAN, BinaryOperator.LESS),
            Map.entry(Tree.Kind.LESS_THAN_EQUAL, BinaryOperator.LESS_EQUAL),
            Map.entry(Tree.Kind.GREATER_THAN, BinaryOperator.GREATER),
            Map.entry(Tree.Kind.GREATER_THAN_EQUAL, BinaryOperator.GREATER_EQUAL),
            Map.entry(Tree.Kind.EQUAL_TO, BinaryOperator.EQUAL),
            Map.entry(Tree.Kind.NOT_EQUAL_TO, BinaryOperator.NOT_EQUAL),
            Map.entry(Tree.Kind.AND, BinaryOperator.AND),
            Map.entry(Tree.Kind.XOR, BinaryOperator.XOR),
            Map.entry(Tree.Kind.OR, BinaryOperator.OR));

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    public Operators(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    public Expression unary(UnaryTree tree) {
        if (tree.getKind() == Tree.Kind.UNARY_MINUS && tree.getExpression() instanceof LiteralTree literal) {
            Optional<Expression> negative = negative(literal);
            if (negative.isPresent()) {
                return negative.get();
            }
        }
        Expression operand = expressions.conversions().operand(expressions.value(tree.getExpression()));
        return switch (tree.getKind()) {
            case UNARY_PLUS -> {
                requireNumber(operand, tree);
                yield operand;
            }
            case UNARY_MINUS -> {
                requireNumber(operand, tree);
                yield new Expression.Unary(UnaryOperator.NEGATE, operand);
            }
            case BITWISE_COMPLEMENT -> {
                requireIntegral(operand, tree);
                yield new Expression.Unary(UnaryOperator.COMPLEMENT, operand);
            }
            default -> {
                require(operand.type() == Type.BOOLEAN, operand, "boolean", tree);
                yield new Expression.Unary(UnaryOperator.NOT, operand);
            }
        };
    }

    public Expression binary(BinaryTree tree) {
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return shortCircuit(tree);
        }
        Operands operands = new Operands(body);
        operands.add(() -> expressions.value(tree.getLeftOperand()));
        operands.add(() -> expressions.value(tree.getRightOperand()));
        requireNumbers(tree, operands.get(0), operands.get(1));
        return apply(BINARY.get(tree.getKind()), operands.get(0), operands.get(1), tree);
    }

    /** Refuses to compare objects that hold numbers, which are numbers here. */
    private void requireNumbers(BinaryTree tree, Expression left, Expression right) {
        boolean isEquality = tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
        boolean holdsLeft = body.staticTypes().isHeld(tree.getLeftOperand(), left);
        boolean holdsRight = body.staticTypes().isHeld(tree.getRightOperand(), right);
        boolean isObjects = holdsLeft && (holdsRight || isObject(right)) || holdsRight && (holdsLeft || isObject(left));
        if (isEquality && isObjects) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A comparison of objects that hold numbers",
                    "Put the numbers into double variables first.");
        }
    }

    /** An operator applied to two values, promoted as Java does (JLS 5.6). */
    Expression apply(BinaryOperator operator, Expression first, Expression second, Tree tree) {
        if (operator == BinaryOperator.PLUS && (first.type() == Type.STRING || second.type() == Type.STRING)) {
            return text(first, second, tree);
        }
        boolean isEquality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        if (isEquality && isObject(first) && isObject(second)) {
            return new Expression.Binary(Type.BOOLEAN, operator, first, second);
        }
        Expression left = expressions.conversions().operand(first);
        Expression right = expressions.conversions().operand(second);
        if (left.type() == Type.BOOLEAN && right.type() == Type.BOOLEAN) {
            boolean isLogical = operator == BinaryOperator.AND
                    || operator == BinaryOperator.OR
                    || operator == BinaryOperator.XOR
                    || isEquality;
            require(isLogical, left, "a number", tree);
            return new Expression.Binary(Type.BOOLEAN, operator, left, right);
        }
        requireNumber(left, tree);
        requireNumber(right, tree);
        switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> {
                requireIntegral(left, tree);
                requireIntegral(right, tree);
                return new Expression.Binary(left.type(), operator, left, right);
            }
            case AND, OR, XOR -> {
                requireIntegral(left, tree);
                requireIntegral(right, tree);
            }
            default -> {}
        }
        Type promoted = expressions.conversions().promoted(left.type(), right.type());
        return new Expression.Binary(
                operator.isComparison() ? Type.BOOLEAN : promoted,
                operator,
                expressions.conversions().to(promoted, left, tree),
                expressions.conversions().to(promoted, right, tree));
    }

    /** {@code condition ? then : otherwise}. */
    public Expression choice(ConditionalExpressionTree tree, Optional<Type> wanted) {
        Expression condition = expressions.valueAs(Type.BOOLEAN, tree.getCondition());
        Branch then = branch(() -> expressions.value(tree.getTrueExpression(), wanted));
        Branch otherwise = branch(() -> expressions.value(tree.getFalseExpression(), wanted));
        Type type = common(List.of(then.value(), otherwise.value()), wanted, tree);
        body.staticTypes()
                .of(tree.getTrueExpression())
                .filter(known -> body.staticTypes()
                        .of(tree.getFalseExpression())
                        .filter(other -> site.compiler().types().isSameType(known, other))
                        .isPresent())
                .ifPresent(known -> body.staticTypes().note(tree, known));
        Expression first = expressions.conversions().to(type, then.value(), tree);
        Expression second = expressions.conversions().to(type, otherwise.value(), tree);
        return choose(type, condition, new Branch(then.code(), first), new Branch(otherwise.code(), second));
    }

    private Expression shortCircuit(BinaryTree tree) {
        boolean isAnd = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        Expression left = expressions.valueAs(Type.BOOLEAN, tree.getLeftOperand());
        Branch right = branch(() -> expressions.valueAs(Type.BOOLEAN, tree.getRightOperand()));
        require(right.value().type() == Type.BOOLEAN, right.value(), "boolean", tree);
        if (right.code().isEmpty()) {
            BinaryOperator operator = isAnd ? BinaryOperator.CONDITIONAL_AND : BinaryOperator.CONDITIONAL_OR;
            return new Expression.Binary(Type.BOOLEAN, operator, left, right.value());
        }
        Branch decided = new Branch(Block.EMPTY, new Expression.Literal(Type.BOOLEAN, !isAnd));
        return choose(Type.BOOLEAN, left, isAnd ? right : decided, isAnd ? decided : right);
    }

    private record Branch(Block code, Expression value) {}

    private Branch branch(Supplier<Expression> lowered) {
        List<Expression> value = new ArrayList<>();
        Block code = body.nested(() -> value.add(lowered.get()));
        return new Branch(code, value.get(0));
    }

    private Expression choose(Type type, Expression condition, Branch then, Branch otherwise) {
        boolean isWhole = !Type.isTakenApart(type);
        if (isWhole && then.code().isEmpty() && otherwise.code().isEmpty()) {
            return new Expression.Conditional(type, condition, then.value(), otherwise.value());
        }
        Variable chosen = Variable.synthetic("chosen", type);
        body.declare(chosen, false);
        body.add(new Statement.If(condition, assigning(then, chosen), assigning(otherwise, chosen), body.position()));
        return body.read(chosen);
    }

    private Block assigning(Branch branch, Variable chosen) {
        return body.nested(() -> {
            branch.code().statements().forEach(body::add);
            body.assign(chosen, branch.value());
        });
    }

    /** The type of an expression that has one of some values (JLS 15.25). */
    public Type common(List<Expression> values, Optional<Type> wanted, Tree tree) {
        List<Type> types = values.stream()
                .filter(value -> !(value instanceof Expression.Null))
                .map(Expression::type)
                .distinct()
                .toList();
        boolean hasNull = values.stream().anyMatch(Expression.Null.class::isInstance);
        if (types.size() == 1 && (!hasNull || isObject(types.get(0)))) {
            return types.get(0);
        }
        List<Expression> numbers =
                values.stream().map(expressions.conversions()::unboxed).toList();
        if (numbers.stream().allMatch(number -> Conversions.isNumber(number.type()))) {
            return numbers.stream().reduce(this::wider).map(Expression::type).orElseThrow();
        }
        return wanted.filter(Operators::isNamed)
                .or(() -> types.stream()
                        .filter(Operators::isNamed)
                        .filter(type -> types.stream().allMatch(other -> isSubtype(other, type)))
                        .findFirst())
                .orElseThrow(() -> site.refuse(
                        tree,
                        Message.TYPE_MISMATCH,
                        types.isEmpty() ? "null" : types.get(types.size() - 1),
                        types.isEmpty() ? "a value" : types.get(0),
                        ""));
    }

    /** Of two numbers the one whose type both fit into; a constant counts as small where the other is. */
    private Expression wider(Expression left, Expression right) {
        if (left.type().equals(right.type())) {
            return left;
        } else if (Conversions.isSmall(left.type())
                && right instanceof Expression.Literal
                && right.type() == Type.INT) {
            return left;
        } else if (Conversions.isSmall(right.type()) && left instanceof Expression.Literal && left.type() == Type.INT) {
            return right;
        }
        Type type = expressions.conversions().promoted(left.type(), right.type());
        return new Expression.Cast(type, left, true);
    }

    private boolean isSubtype(Type type, Type other) {
        return isNamed(type)
                && site.compiler()
                        .types()
                        .isSubtype(site.irTypes().mirror(type), site.irTypes().mirror(other));
    }

    /** Whether a type may have subtypes. */
    private static boolean isNamed(Type type) {
        return isObject(type) || Conversions.isModel(type);
    }

    private static boolean isObject(Type type) {
        return type == Type.STRING || type instanceof Type.Opaque;
    }

    private static boolean isObject(Expression value) {
        return value.type().isReference() || isObject(value.type()) || value instanceof Expression.Null;
    }

    private Expression text(Expression left, Expression right, Tree tree) {
        require(!(left instanceof Expression.Bundle), left, "something that is not taken apart", tree);
        require(!(right instanceof Expression.Bundle), right, "something that is not taken apart", tree);
        List<Expression> pieces = new ArrayList<>();
        if (left instanceof Expression.Text text) {
            pieces.addAll(text.pieces());
        } else {
            pieces.add(left);
        }
        pieces.add(right);
        return new Expression.Text(pieces);
    }

    private static Optional<Expression> negative(LiteralTree literal) {
        Object value = literal.getValue();
        if (value instanceof Double number) {
            return Optional.of(new Expression.Literal(Type.DOUBLE, -number));
        } else if (value instanceof Integer number) {
            return Optional.of(new Expression.Literal(Type.INT, -number));
        } else if (value instanceof Long number) {
            return Optional.of(new Expression.Literal(Type.LONG, -number));
        }
        return Optional.empty();
    }

    private void requireNumber(Expression value, Tree tree) {
        require(Conversions.isNumber(value.type()), value, "a number", tree);
    }

    private void requireIntegral(Expression value, Tree tree) {
        require(value.type().isIntegral(), value, "int or long", tree);
    }

    private void require(boolean holds, Expression value, String wanted, Tree tree) {
        if (!holds) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, value.type(), wanted, "");
        }
    }
}
