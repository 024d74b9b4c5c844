package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has a loop whose turns add to neighbours in one array of adjoints, as {@code xBar[i]} and {@code xBar[i + 1]}, carry in local variables the
 * elements that the next turn adds to as well, so that each element is read and written once. Elements get what is added to them in the same
 * order, so the sums are the same bit by bit.
 *
 * <p>That is done only where nothing else in the loop can touch the array: no other place that holds adjoints is read or written, for two
 * names may be of one array.
 */
final class CarriedElements {

    /** As many neighbours as there are in common stencils, and as registers hold beside the rest. */
    private static final int MOST = 3;

    private final Set<Variable> duals = Collections.newSetFromMap(new IdentityHashMap<>());

    private CarriedElements(Collection<Variable> duals) {
        this.duals.addAll(duals);
    }

    /** Changes such loops in code with these adjoints. */
    static Block in(Block block, Collection<Variable> duals) {
        return new CarriedElements(duals).changed(block);
    }

    private Block changed(Block block) {
        return new Block(block.statements().stream()
                .map(statement -> {
                    Optional<Window> window = statement instanceof Statement.For loop ? window(loop) : Optional.empty();
                    return window.isPresent()
                            ? new Carrying((Statement.For) statement, window.get()).statement()
                            : Substitution.blocks(statement, this::changed);
                })
                .toList());
    }

    /** The elements from one distance from the index to another, both included, that a turn adds to. */
    private record Window(Expression array, int low, int high) {}

    /** What a loop adds to, if that is all of its memory of adjoints. */
    private Optional<Window> window(Statement.For loop) {
        Expression array = null;
        TreeSet<Integer> distances = new TreeSet<>();
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Statement.Store store) {
                OptionalInt distance = distance(loop, store);
                if (distance.isEmpty()
                        || array != null && !array.equals(store.place().container())) {
                    return Optional.empty();
                }
                array = store.place().container();
                distances.add(distance.getAsInt());
            } else if (!isPlain(statement)) {
                return Optional.empty();
            }
        }
        int size = distances.size();
        boolean isWindow = size > 1 && size <= MOST && distances.last() - distances.first() == size - 1;
        return isWindow && isCounting(loop) && leadsToDuals(array) && Steady.in(loop, array)
                ? Optional.of(new Window(array, distances.first(), distances.last()))
                : Optional.empty();
    }

    /** Whether a loop counts by one from and to what is known before it. */
    private static boolean isCounting(Statement.For loop) {
        return loop.index().type() == Type.INT
                && loop.condition() instanceof Expression.Binary test
                && test.left().equals(Expressions.read(loop.index()))
                && (loop.step() == 1
                                && (test.operator() == BinaryOperator.LESS
                                        || test.operator() == BinaryOperator.LESS_EQUAL)
                        || loop.step() == -1
                                && (test.operator() == BinaryOperator.GREATER
                                        || test.operator() == BinaryOperator.GREATER_EQUAL))
                && Steady.in(loop, test.right())
                && Steady.in(loop, loop.start());
    }

    /** How far from the index the element is that a statement adds to, if that is what it does. */
    private OptionalInt distance(Statement.For loop, Statement.Store store) {
        boolean adds = store.place() instanceof Expression.Element
                && store.place().type() == Type.DOUBLE
                && store.value() instanceof Expression.Binary sum
                && (sum.operator() == BinaryOperator.PLUS || sum.operator() == BinaryOperator.MINUS)
                && sum.left().equals(store.place())
                && touchesNoDuals(sum.right());
        return adds ? distance(loop, ((Expression.Element) store.place()).index()) : OptionalInt.empty();
    }

    private static OptionalInt distance(Statement.For loop, Expression index) {
        if (index.equals(Expressions.read(loop.index()))) {
            return OptionalInt.of(0);
        }
        if (index instanceof Expression.Binary sum
                && sum.left().equals(Expressions.read(loop.index()))
                && sum.right() instanceof Expression.Literal literal
                && literal.value() instanceof Integer number
                && number >= 0
                && number <= Short.MAX_VALUE) {
            if (sum.operator() == BinaryOperator.PLUS) {
                return OptionalInt.of(number);
            } else if (sum.operator() == BinaryOperator.MINUS) {
                return OptionalInt.of(-number);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isPlain(Statement statement) {
        return (statement instanceof Statement.Declare
                        || statement instanceof Statement.Assign
                        || statement instanceof Statement.Push
                        || statement instanceof Statement.Pop
                        || statement instanceof Statement.Note)
                && Walk.expressions(statement).stream().allMatch(this::touchesNoDuals)
                && Walk.declared(statement).stream()
                        .noneMatch(variable -> variable.type().isReference());
    }

    /** Whether an expression has nothing to do with memory of adjoints; numbers that are adjoints do not matter. */
    private boolean touchesNoDuals(Expression expression) {
        return !Walk.any(
                expression,
                part -> part instanceof Expression.Read read
                        ? read.variable().type().isReference() && duals.contains(read.variable())
                        : !(part instanceof Expression.Literal
                                || part instanceof Expression.ModelField
                                || part instanceof Expression.StaticField
                                || part instanceof Expression.Place
                                || part instanceof Expression.Data
                                || part instanceof Expression.Length
                                || part instanceof Expression.Extent
                                || part instanceof Expression.Unary
                                || part instanceof Expression.Binary
                                || part instanceof Expression.Cast
                                || part instanceof Expression.Conditional
                                || part instanceof Expression.Apply));
    }

    private boolean leadsToDuals(Expression array) {
        return array instanceof Expression.Read read && duals.contains(read.variable())
                || array instanceof Expression.Element element && leadsToDuals(element.array());
    }

    /** A loop that carries elements. */
    private static final class Carrying {

        private final Statement.For loop;
        private final Expression.Binary test;
        private final Window window;
        /** The distance of the element that no later turn adds to, and of the one that no earlier turn has added to. */
        private final int leaving;

        private final int entering;
        /** The local variables of the elements by distance. */
        private final Map<Integer, Variable> elements = new HashMap<>();

        Carrying(Statement.For loop, Window window) {
            this.loop = loop;
            this.test = (Expression.Binary) loop.condition();
            this.window = window;
            this.leaving = loop.step() > 0 ? window.low() : window.high();
            this.entering = loop.step() > 0 ? window.high() : window.low();
            for (int distance = window.low(); distance <= window.high(); distance++) {
                String name = distance == entering ? "next" : "carried";
                elements.put(distance, Variable.synthetic(name, Type.DOUBLE));
            }
        }

        /** The loop, with what is read before it and written behind it if it turns at all. */
        Statement statement() {
            List<Statement> all = new ArrayList<>();
            for (int distance = leaving; distance != entering; distance += step()) {
                all.add(Loops.declare(elements.get(distance), element(loop.start(), distance)));
            }
            all.add(new Statement.For(
                    loop.index(), loop.start(), loop.condition(), loop.step(), body(), loop.position()));
            for (int distance = leaving; distance != entering; distance += step()) {
                all.add(store(element(end(), distance), elements.get(distance)));
            }
            Expression turns = Expressions.binary(test.operator(), loop.start(), test.right());
            return new Statement.If(turns, new Block(all), new Block(List.of()), loop.position());
        }

        private Block body() {
            List<Statement> body = new ArrayList<>();
            boolean hasEntered = false;
            for (Statement statement : loop.body().statements()) {
                if (statement instanceof Statement.Store store) {
                    Expression.Element place = (Expression.Element) store.place();
                    int distance = distance(loop, place.index()).orElseThrow();
                    Expression.Binary sum = (Expression.Binary) store.value();
                    Variable element = elements.get(distance);
                    if (distance == entering && !hasEntered) {
                        body.add(new Statement.Declare(element, Optional.of(sum), store.position()));
                        hasEntered = true;
                    } else {
                        Expression value = Expressions.binary(sum.operator(), Expressions.read(element), sum.right());
                        body.add(new Statement.Assign(element, value, store.position()));
                    }
                } else {
                    body.add(statement);
                }
            }
            body.add(store(element(Expressions.read(loop.index()), leaving), elements.get(leaving)));
            for (int distance = leaving; distance != entering; distance += step()) {
                Expression following = Expressions.read(elements.get(distance + step()));
                body.add(new Statement.Assign(elements.get(distance), following, loop.position()));
            }
            return new Block(body);
        }

        private int step() {
            return (int) loop.step();
        }

        /** What the index would be at the turn behind the last one. */
        private Expression end() {
            boolean isIncluded =
                    test.operator() == BinaryOperator.LESS_EQUAL || test.operator() == BinaryOperator.GREATER_EQUAL;
            return isIncluded ? moved(test.right(), step()) : test.right();
        }

        private Expression.Element element(Expression index, int distance) {
            return new Expression.Element(window.array(), moved(index, distance));
        }

        private Statement store(Expression.Element place, Variable element) {
            return new Statement.Store(place, Expressions.read(element), loop.position());
        }

        /** An int with a constant added, as one would write it; both wrap around alike. */
        private static Expression moved(Expression number, int by) {
            if (by == 0) {
                return number;
            } else if (number instanceof Expression.Literal literal && literal.value() instanceof Integer value) {
                return Expressions.literal(value + by);
            } else if (number instanceof Expression.Binary sum
                    && sum.right() instanceof Expression.Literal literal
                    && literal.value() instanceof Integer value) {
                if (sum.operator() == BinaryOperator.PLUS) {
                    return moved(sum.left(), value + by);
                } else if (sum.operator() == BinaryOperator.MINUS) {
                    return moved(sum.left(), by - value);
                }
            }
            Expression size = Expressions.literal(Math.abs(by));
            return by > 0 ? Expressions.plus(number, size) : Expressions.minus(number, size);
        }
    }
}
