package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes out loops of a few turns over arrays of a few elements, both known when the program is compiled, as in {@code for (int i = 0; i < 3; i++)
 * v[i] = p[i] - c[i]}. So {@link ScalarReplacement} sees which elements are meant.
 */
public final class Unrolling {

    private static final int MOST_TURNS = 4;
    /** A body with more statements is left a loop. */
    private static final int MOST_STATEMENTS = 4;

    /** The arrays of the method with a few elements. */
    private final Set<Variable> small = Collections.newSetFromMap(new IdentityHashMap<>());

    private Unrolling(Method method) {
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.Allocate allocate
                    && ScalarReplacement.length(allocate).isPresent()) {
                small.add(allocate.variable());
            }
        });
    }

    /** The unit without such loops. */
    public static Unit unit(Unit unit) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        unit.methods().forEach((key, method) -> {
            Unrolling unrolling = new Unrolling(method);
            methods.put(key, unrolling.small.isEmpty() ? method : method.withBody(unrolling.block(method.body())));
        });
        return unit.withMethods(methods);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.For loop && suits(loop)) {
                for (int turn : turns(loop)) {
                    out.addAll(turn(loop, turn));
                }
            } else {
                out.add(Substitution.blocks(statement, this::block));
            }
        }
        return new Block(out);
    }

    private boolean suits(Statement.For loop) {
        List<Statement> body = loop.body().statements();
        return !turns(loop).isEmpty()
                && body.size() <= MOST_STATEMENTS
                && body.stream().allMatch(Unrolling::isSimple)
                && body.stream().anyMatch(statement -> picks(statement, loop.index()));
    }

    private static boolean isSimple(Statement statement) {
        return statement instanceof Statement.Declare declare && declare.value().isPresent()
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Store;
    }

    /** Whether a statement picks an element of a small array by an index. */
    private boolean picks(Statement statement, Variable index) {
        return Walk.expressions(statement).stream()
                .anyMatch(expression -> Walk.any(
                        expression,
                        part -> part instanceof Expression.Element element
                                && element.array() instanceof Expression.Read read
                                && small.contains(read.variable())
                                && Expressions.reads(element.index(), index)));
    }

    /** The index at each turn, if all that is known and there are few of them; else none. */
    private static List<Integer> turns(Statement.For loop) {
        if (!(loop.start() instanceof Expression.Literal start)
                || !(loop.condition() instanceof Expression.Binary test)
                || !test.left().equals(Expressions.read(loop.index()))
                || !(test.right() instanceof Expression.Literal bound)
                || loop.index().type() != Type.INT
                || loop.step() != 1
                || test.operator() != BinaryOperator.LESS) {
            return List.of();
        }
        long first = (Integer) start.value();
        long count = (Integer) bound.value() - first;
        List<Integer> turns = new ArrayList<>();
        for (int turn = 0; turn < count && count <= MOST_TURNS; turn++) {
            turns.add((int) first + turn);
        }
        return turns;
    }

    private static List<Statement> turn(Statement.For loop, int turn) {
        Map<Variable, Expression> values = new IdentityHashMap<>();
        values.put(loop.index(), Expressions.literal(turn));
        UnaryOperator<Expression> known = part ->
                part instanceof Expression.Read read ? values.getOrDefault(read.variable(), read) : computed(part);
        List<Statement> out = new ArrayList<>();
        for (Statement statement : loop.body().statements()) {
            Statement ofTurn =
                    Substitution.expressions(statement, expression -> Substitution.everywhere(expression, known));
            if (ofTurn instanceof Statement.Declare declare) {
                Variable own = declare.variable().copy();
                values.put(declare.variable(), Expressions.read(own));
                out.add(new Statement.Declare(own, declare.value(), declare.position()));
            } else if (ofTurn instanceof Statement.Assign assign
                    && values.get(assign.variable()) instanceof Expression.Read own) {
                out.add(new Statement.Assign(own.variable(), assign.value(), assign.position()));
            } else {
                out.add(ofTurn);
            }
        }
        return out;
    }

    /** Sums, differences and products of known ints, as Java computes them. */
    private static Expression computed(Expression part) {
        if (!(part instanceof Expression.Binary binary)
                || !(binary.left() instanceof Expression.Literal left)
                || !(binary.right() instanceof Expression.Literal right)
                || !(left.value() instanceof Integer a)
                || !(right.value() instanceof Integer b)) {
            return part;
        }
        return switch (binary.operator()) {
            case PLUS -> Expressions.literal(a + b);
            case MINUS -> Expressions.literal(a - b);
            case TIMES -> Expressions.literal(a * b);
            default -> part;
        };
    }
}
