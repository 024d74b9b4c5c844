package dev.gradwright.processor.analysis;

import dev.gradwright.processor.analysis.IndexOffsets.Offsets;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Elements that loops leave behind: an array is written in place, but never again where an element has been read, as the order of the loops'
 * indices shows.
 *
 * <p>Let a statement access an element, and let a store come later within the same call of the method. Of the loops around both, outermost first,
 * either one is then in a later turn and those outside it are in the same, or all are in the same turn and the store stands behind the statement.
 * Take one of these loops, with index {@code v}, and say that an index of the element is at most {@code v + a}, and the same index of what
 * the store writes at least {@code v + b}. Where that loop is in the same turn, these are two elements if {@code a < b}. Where it is in a later
 * turn and counts upwards, the store's index is at least {@code v + 1 + b}, and they are two if {@code a <= b}. With the store below the element,
 * and downwards, all is mirrored.
 */
final class ElementOrder {

    /** An index, and the statement that finds the element, or the row that it is in, by it. */
    private record Index(Expression value, Statement at) {}

    /** An index of an element and that of what a store writes: if they are different numbers, the two are different elements. */
    private record Pair(Index accessed, Index stored) {}

    private final Layout layout;
    private final Assignments assignments;
    private final IndexOffsets offsets;
    private final DistinctRows rows;

    ElementOrder(Method method, Layout layout, DistinctRows rows) {
        this.layout = layout;
        this.assignments = new Assignments(method);
        this.offsets = new IndexOffsets(method, layout);
        this.rows = rows;
    }

    /**
     * Whether a store may write into an element after a statement has accessed it, in the same call of the method.
     *
     * @param place the element, in the same region as that of the store
     * @param including whether the statement, if it is the store itself, writes after the access
     * @param isFresh whether each turn of a loop has arrays of its own
     */
    boolean mayReturn(
            Expression.Place place,
            Statement statement,
            Statement.Store store,
            boolean including,
            Predicate<Statement> isFresh) {
        List<Pair> pairs = pairs(place, statement, store);
        List<Statement> loops = layout.commonLoops(statement, store);
        for (int i = 0; i < loops.size(); i++) {
            Statement later = loops.get(i);
            List<Statement> same = loops.subList(0, i);
            boolean differs = isFresh.test(later)
                    || pairs.stream().anyMatch(pair -> differInLaterTurns(pair, later) || differInOneTurn(pair, same));
            if (!differs) {
                return true;
            }
        }
        boolean follows = store == statement ? including : layout.isAfter(store, statement);
        return follows && pairs.stream().noneMatch(pair -> differInOneTurn(pair, loops));
    }

    private boolean differInLaterTurns(Pair pair, Statement loop) {
        if (!(loop instanceof Statement.For counting) || !IndexOffsets.counts(counting)) {
            return false;
        }
        Offsets accessed = of(pair.accessed(), counting);
        Offsets stored = of(pair.stored(), counting);
        return counting.step() > 0 ? accessed.most() <= stored.least() : accessed.least() >= stored.most();
    }

    private boolean differInOneTurn(Pair pair, List<Statement> loops) {
        return loops.stream().anyMatch(loop -> {
            if (!(loop instanceof Statement.For counting)) {
                return false;
            }
            Offsets accessed = of(pair.accessed(), counting);
            Offsets stored = of(pair.stored(), counting);
            return accessed.most() < stored.least() || accessed.least() > stored.most();
        });
    }

    private Offsets of(Index index, Statement.For loop) {
        return offsets.of(index.value(), loop, index.at());
    }

    /**
     * The indices that tell the two places apart. Flat ones do whatever the array is; rows and columns within one matrix only, for another
     * may have the same entries in another shape, and only if they are known to be inside.
     */
    private List<Pair> pairs(Expression.Place place, Statement statement, Statement.Store store) {
        Expression.Place written = store.place();
        List<Pair> pairs = new ArrayList<>();
        if (place instanceof Expression.Entry first && written instanceof Expression.Entry second) {
            if (first.checked() && second.checked() && isOneMatrix(first.matrix(), second.matrix())) {
                pairs.add(new Pair(new Index(first.row(), statement), new Index(second.row(), store)));
                pairs.add(new Pair(new Index(first.column(), statement), new Index(second.column(), store)));
            }
        } else if (!(place instanceof Expression.Entry) && !(written instanceof Expression.Entry)) {
            pairs.add(new Pair(flat(place, statement), flat(written, store)));
            Optional<Expression.Element> row = row(place.container());
            Optional<Expression.Element> writtenRow = row(written.container());
            if (row.isPresent()
                    && writtenRow.isPresent()
                    && rows.areDistinct(row.get().array(), writtenRow.get().array())) {
                pairs.add(new Pair(
                        found(row.get(), place.container(), statement),
                        found(writtenRow.get(), written.container(), store)));
            }
        }
        return pairs;
    }

    private static Index flat(Expression.Place place, Statement at) {
        return new Index(place.parts().get(1), at);
    }

    private boolean isOneMatrix(Expression first, Expression second) {
        return first.equals(second) && first instanceof Expression.Read read && assignments.isFinal(read.variable());
    }

    /** The row that an array is, where it is one by its only name. */
    private Optional<Expression.Element> row(Expression array) {
        if (array instanceof Expression.Element element) {
            return Optional.of(element);
        }
        return named(array)
                .flatMap(Statement.Declare::value)
                .filter(Expression.Element.class::isInstance)
                .map(Expression.Element.class::cast);
    }

    private Index found(Expression.Element row, Expression container, Statement at) {
        return new Index(
                row.index(), named(container).<Statement>map(declare -> declare).orElse(at));
    }

    private Optional<Statement.Declare> named(Expression array) {
        return array instanceof Expression.Read read ? offsets.definition(read.variable()) : Optional.empty();
    }
}
