package dev.gradwright.processor.lower.call;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Dimension;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;

/** Lowers the methods of {@code DMatrixRMaj}: entries, sizes, copies; what works on the whole matrix goes to the table of rules. */
final class MatrixMethods {

    /** Methods that change one entry by a number, and by which operator. */
    private static final Map<String, BinaryOperator> UPDATES = Map.of(
            "add", BinaryOperator.PLUS,
            "plus", BinaryOperator.PLUS,
            "minus", BinaryOperator.MINUS,
            "times", BinaryOperator.TIMES,
            "div", BinaryOperator.DIVIDE);

    private final Site site;
    private final Expressions expressions;
    private final LibraryCalls libraryCalls;

    MatrixMethods(Site site, Expressions expressions, LibraryCalls libraryCalls) {
        this.site = site;
        this.expressions = expressions;
        this.libraryCalls = libraryCalls;
    }

    Expression call(Tree tree, Expression matrix, ExecutableElement method, List<Expression> given) {
        List<Type> parameters = site.parameterTypes(method);
        List<Expression> arguments = expressions.conversions().all(parameters, given, tree);
        String name = method.getSimpleName().toString();
        boolean isEntry = parameters.equals(List.of(Type.INT, Type.INT));
        boolean isEntryChange = parameters.equals(List.of(Type.INT, Type.INT, Type.DOUBLE));
        boolean isIndexChange = parameters.equals(List.of(Type.INT, Type.DOUBLE));
        boolean isUnsafe = name.startsWith("unsafe_");
        String plain = isUnsafe ? name.substring("unsafe_".length()) : name;
        if (plain.equals("get") && isEntry) {
            return place(matrix, arguments.get(0), arguments.get(1), isUnsafe);
        } else if (name.equals("get") && parameters.equals(List.of(Type.INT))) {
            return new Expression.EntryAt(matrix, arguments.get(0));
        } else if (plain.equals("set") && isEntryChange) {
            return stored(place(matrix, arguments.get(0), arguments.get(1), isUnsafe), arguments.get(2));
        } else if (name.equals("set") && isIndexChange) {
            return stored(new Expression.EntryAt(matrix, arguments.get(0)), arguments.get(1));
        } else if (UPDATES.containsKey(name) && isEntryChange) {
            Expression.Place place = new Expression.Entry(matrix, arguments.get(0), arguments.get(1), true);
            return stored(place, updated(name, place, arguments.get(2)));
        } else if (UPDATES.containsKey(name) && isIndexChange) {
            Expression.Place place = new Expression.EntryAt(matrix, arguments.get(0));
            return stored(place, updated(name, place, arguments.get(1)));
        } else if (parameters.isEmpty()) {
            switch (name) {
                case "getNumRows":
                    return new Expression.Extent(matrix, Dimension.ROWS);
                case "getNumCols":
                    return new Expression.Extent(matrix, Dimension.COLUMNS);
                case "getNumElements":
                    return new Expression.Extent(matrix, Dimension.ELEMENTS);
                case "getData":
                    return new Expression.Data(matrix);
                case "copy":
                    return expressions.allocations().copy(matrix, tree);
                case "createLike":
                    return expressions
                            .allocations()
                            .allocate(
                                    Type.MATRIX,
                                    new Allocation.NewMatrix(
                                            new Expression.Extent(matrix, Dimension.ROWS),
                                            new Expression.Extent(matrix, Dimension.COLUMNS)));
                default:
                    break;
            }
        }
        List<Expression> all = new ArrayList<>(List.of(matrix));
        all.addAll(given);
        return libraryCalls.onReceiver(tree, method, all);
    }

    /** An entry. One that is not checked may have a column outside, and then is one of another row, so it is a place in the matrix's array. */
    private static Expression.Place place(Expression matrix, Expression row, Expression column, boolean isUnsafe) {
        if (!isUnsafe) {
            return new Expression.Entry(matrix, row, column, true);
        }
        Expression columns = new Expression.Extent(matrix, Dimension.COLUMNS);
        Expression first = new Expression.Binary(Type.INT, BinaryOperator.TIMES, row, columns);
        return new Expression.Element(
                new Expression.Data(matrix), new Expression.Binary(Type.INT, BinaryOperator.PLUS, first, column));
    }

    private Expression stored(Expression.Place place, Expression value) {
        expressions.assignments().store(place, value);
        return new Expression.Null(Type.VOID);
    }

    private Expression updated(String name, Expression.Place place, Expression value) {
        return new Expression.Binary(Type.DOUBLE, UPDATES.get(name), place, value);
    }
}
