package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Cells;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.object.Composites;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;

/** Lowers what makes new arrays and matrices. */
public final class Allocations {

    private static final int LARGEST_RANK = 3;

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    public Allocations(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    /** {@code new double[n]}, {@code new double[n][m]}, {@code new double[] {a, b}}. */
    public Expression array(NewArrayTree tree) {
        if (tree.getType() == null) {
            throw site.refuse(
                    tree, Message.UNSUPPORTED_EXPRESSION, "A bare array initializer", "Write its type before it.");
        }
        Type type = site.typeOf(tree.getType());
        int missing = missingLevels(tree);
        if (tree.getInitializers() != null) {
            // the tree's type is the element's: of the array with one level more
            return initializer(tree, arrayOf(type, 1, tree));
        }
        Type whole = arrayOf(type, missing, tree);
        Operands lengths = new Operands(body);
        tree.getDimensions().forEach(length -> lengths.add(() -> expressions.valueAs(Type.INT, length)));
        return made((Type.ArrayOf) whole, lengths.all(), tree);
    }

    /** An array whose elements are made too, as far as there are lengths for them. */
    private Expression made(Type.ArrayOf type, List<Expression> lengths, Tree tree) {
        List<Type.Part> parts = Type.parts(type);
        if (!parts.isEmpty()) {
            List<Expression> fixed = lengths.stream().map(body::held).toList();
            return new Expression.Bundle(
                    type,
                    parts.stream()
                            .map(part -> made((Type.ArrayOf) part.type(), fixed, tree))
                            .toList());
        }
        requireSupported(type, type.element(), tree);
        boolean isAtOnce = lengths.size() == 1 || lengths.size() == 2 && type.equals(Type.DOUBLE_ROWS);
        if (isAtOnce) {
            return allocate(type, new Allocation.NewArray(type, lengths));
        }
        List<Expression> inner =
                lengths.subList(1, lengths.size()).stream().map(body::held).toList();
        Expression outer = allocate(type, new Allocation.NewArray(type, lengths.subList(0, 1)));
        Variable i = Variable.synthetic("i", Type.INT);
        Block filling = body.nested(() -> {
            Expression element = made((Type.ArrayOf) type.element(), inner, tree);
            body.add(new Statement.Store(
                    new Expression.Element(outer, new Expression.Read(i)), element, body.position()));
        });
        body.add(new Statement.For(
                i,
                new Expression.Literal(Type.INT, 0),
                new Expression.Binary(
                        Type.BOOLEAN, BinaryOperator.LESS, new Expression.Read(i), new Expression.Length(outer)),
                1,
                filling,
                body.position()));
        return outer;
    }

    /** A new array with some values in it. */
    public Expression filled(Type.ArrayOf type, List<Expression> values, Tree tree) {
        requireSupported(type, type.element(), tree);
        Expression array = made(type, List.of(new Expression.Literal(Type.INT, values.size())), tree);
        for (int i = 0; i < values.size(); i++) {
            Expression value = expressions.conversions().to(type.element(), values.get(i), tree);
            new Cells(body).store(Bundles.element(array, new Expression.Literal(Type.INT, i)), value);
        }
        return array;
    }

    /** {@code {a, b, c}} where an array of a type is wanted. */
    public Expression initializer(NewArrayTree tree, Type wanted) {
        if (!(wanted instanceof Type.ArrayOf type)) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, "An array initializer", wanted, "");
        }
        List<? extends ExpressionTree> values = tree.getInitializers();
        Expression length = new Expression.Literal(Type.INT, values.size());
        Expression array = made(type, List.of(length), tree);
        for (int i = 0; i < values.size(); i++) {
            Expression value = expressions.valueAs(type.element(), values.get(i));
            Expression index = new Expression.Literal(Type.INT, i);
            new Cells(body).store(Bundles.element(array, index), value);
        }
        return array;
    }

    /** A copy of an array or matrix. */
    public Expression copy(Expression source, Tree tree) {
        if (source instanceof Expression.Null) {
            throw site.refuse(tree, Message.NULL_REFERENCE);
        } else if (source instanceof Expression.Bundle bundle) {
            return new Expression.Bundle(
                    bundle.type(),
                    bundle.parts().stream().map(part -> copy(part, tree)).toList());
        }
        return allocate(source.type(), new Allocation.Copy(source));
    }

    /** Declares a variable for something new. */
    public Expression allocate(Type type, Allocation allocation) {
        Variable made = Variable.synthetic("made", type);
        body.add(new Statement.Allocate(made, allocation, body.position()));
        return new Expression.Read(made);
    }

    /** {@code new double[n][]}: the tree's type is what is inside the given lengths. */
    private static int missingLevels(NewArrayTree tree) {
        return tree.getDimensions() == null ? 0 : tree.getDimensions().size();
    }

    private Type arrayOf(Type element, int levels, Tree tree) {
        Type type = element;
        for (int i = 0; i < levels; i++) {
            type = new Type.ArrayOf(type);
        }
        requireSupported((Type.ArrayOf) type, element, tree);
        return type;
    }

    private void requireSupported(Type.ArrayOf type, Type element, Tree tree) {
        if (!Composites.canBeElement(element) || type.rank() > LARGEST_RANK) {
            throw site.refuse(tree, Message.UNSUPPORTED_TYPE, type);
        }
    }
}
