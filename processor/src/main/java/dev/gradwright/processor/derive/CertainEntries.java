package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Ranges;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Dimension;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of matrices whose indices are certain to lie inside the matrix, so that they can be read in its array without looking: those that
 * loops from zero to the number of rows or columns count, of that matrix or of one whose shape is known to be the same.
 */
public final class CertainEntries {

    private final Facts facts;
    private final Method method;
    private final Ranges ranges;
    private final Map<Variable, Statement> declarations = new IdentityHashMap<>();
    /** The loops that are around what is looked at, innermost first. */
    private final Deque<Statement.For> loops = new ArrayDeque<>();

    private CertainEntries(Facts facts, Method method) {
        this.facts = facts;
        this.method = method;
        this.ranges = new Ranges(method);
        Assignments assignments = new Assignments(method);
        Walk.statements(
                method.body(),
                statement -> Walk.declared(statement).stream()
                        .filter(assignments::isFinal)
                        .forEach(variable -> declarations.put(variable, statement)));
        method.parameters().stream()
                .map(Method.Parameter::variable)
                .filter(assignments::isFinal)
                .forEach(variable -> declarations.put(variable, null));
    }

    /** The unit that was analysed, with unchecked accesses to entries that are certain to exist. */
    public static Unit marked(Facts facts) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        facts.unit()
                .methods()
                .forEach((key, method) ->
                        methods.put(key, method.withBody(new CertainEntries(facts, method).marked(method.body()))));
        return facts.unit().withMethods(methods);
    }

    /** A block that runs after one that has accessed the same entries, or those of matrices of the same shapes. */
    static Block unchecked(Block block) {
        return new Block(block.statements().stream()
                .map(statement -> Substitution.blocks(statement, CertainEntries::unchecked))
                .map(statement ->
                        Substitution.expressions(statement, e -> Substitution.everywhere(e, CertainEntries::unchecked)))
                .toList());
    }

    private static Expression unchecked(Expression expression) {
        return expression instanceof Expression.Entry entry
                ? new Expression.Entry(entry.matrix(), entry.row(), entry.column(), false)
                : expression;
    }

    private Block marked(Block block) {
        return new Block(block.statements().stream().map(this::marked).toList());
    }

    private Statement marked(Statement statement) {
        Statement inner;
        if (statement instanceof Statement.For loop) {
            loops.push(loop);
            inner = Substitution.blocks(statement, this::marked);
            loops.pop();
        } else {
            inner = Substitution.blocks(statement, this::marked);
        }
        return Substitution.expressions(
                inner,
                e -> Substitution.everywhere(
                        e,
                        part -> part instanceof Expression.Entry entry && entry.checked() && isCertain(entry)
                                ? unchecked(entry)
                                : part));
    }

    private boolean isCertain(Expression.Entry entry) {
        return isInside(entry.row(), entry.matrix(), Dimension.ROWS)
                && isInside(entry.column(), entry.matrix(), Dimension.COLUMNS);
    }

    private boolean isInside(Expression index, Expression matrix, Dimension dimension) {
        for (Statement.For loop : loops) {
            if (index.equals(Expressions.read(loop.index()))) {
                return loop.step() == 1
                        && ranges.of(loop.start()).low() >= 0
                        && isBelow(loop.condition(), loop, matrix, dimension);
            }
        }
        return false;
    }

    /** Whether a condition keeps the index of a loop below the number of rows or columns. */
    private boolean isBelow(Expression condition, Statement.For loop, Expression matrix, Dimension dimension) {
        if (!(condition instanceof Expression.Binary test)) {
            return false;
        } else if (test.operator() == BinaryOperator.CONDITIONAL_AND) {
            return isBelow(test.left(), loop, matrix, dimension) || isBelow(test.right(), loop, matrix, dimension);
        } else if (!test.left().equals(Expressions.read(loop.index()))
                || test.right().equals(test.left())) {
            return false;
        }
        boolean includesBound = test.operator() == BinaryOperator.LESS_EQUAL;
        if (test.operator() != BinaryOperator.LESS && !includesBound) {
            return false;
        }
        if (isInside(test.right(), matrix, dimension)) {
            return true;
        }
        Optional<Expression> bound = settled(test.right(), loop);
        return !includesBound
                && bound.isPresent()
                && bound.equals(settled(new Expression.Extent(matrix, dimension), loop));
    }

    /** What a number of type int is, if it is the same from a statement on; two that are the same have the same value. */
    private Optional<Expression> settled(Expression number, Statement from) {
        if (number instanceof Expression.Literal) {
            return Optional.of(number);
        } else if (number instanceof Expression.Read read && declarations.containsKey(read.variable())) {
            return declarations.get(read.variable()) instanceof Statement.Declare declare
                    ? settled(declare.value().orElseThrow(), declare).or(() -> Optional.of(number))
                    : Optional.of(number);
        } else if (number instanceof Expression.Extent extent && extent.dimension() != Dimension.ELEMENTS) {
            return extent(origin(extent.matrix()), extent.dimension(), from);
        }
        return Optional.empty();
    }

    private Optional<Expression> extent(Expression matrix, Dimension dimension, Statement from) {
        Optional<Expression> itself = Optional.of(new Expression.Extent(matrix, dimension));
        if (!(matrix instanceof Expression.Read read)) {
            return itself.filter(e -> matrix instanceof Expression.ModelField && isStable(matrix, from));
        } else if (!declarations.containsKey(read.variable())) {
            return Optional.empty();
        } else if (declarations.get(read.variable()) instanceof Statement.Allocate made
                && made.allocation() instanceof Allocation.NewMatrix shape
                && isStable(matrix, made)) {
            return settled(dimension == Dimension.ROWS ? shape.rows() : shape.columns(), made)
                    .or(() -> itself);
        }
        return itself.filter(e -> isStable(matrix, from));
    }

    private boolean isStable(Expression matrix, Statement from) {
        return facts.stability().isShapeStable(matrix, method, from);
    }

    /** The matrix by the first of its names. */
    private Expression origin(Expression matrix) {
        return matrix instanceof Expression.Read read
                        && declarations.get(read.variable()) instanceof Statement.Declare declare
                        && (declare.value().orElseThrow() instanceof Expression.Read
                                || declare.value().orElseThrow() instanceof Expression.ModelField)
                ? origin(declare.value().orElseThrow())
                : matrix;
    }
}
