package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the reverse sweep may read again instead of keeping: contents that no statement can change between the moment they
 * were read and the end of the forward sweep. When in doubt the answer is no.
 */
public final class Stability {

    private final Unit unit;
    private final Aliases aliases;
    private final CallGraph calls;
    private final Map<Method.Key, Layout> layouts = new HashMap<>();
    private final Map<Method.Key, ElementOrder> orders = new HashMap<>();
    private final boolean writesExternal;
    private final boolean writesExternalReferences;

    /** Analyses a unit. */
    public Stability(Unit unit, Aliases aliases) {
        this.unit = unit;
        this.aliases = aliases;
        this.calls = new CallGraph(unit);
        DistinctRows rows = new DistinctRows(unit, aliases);
        unit.methods().forEach((key, method) -> {
            Layout layout = new Layout(method);
            layouts.put(key, layout);
            orders.put(key, new ElementOrder(method, layout, rows));
        });
        writesExternal = unit.methods().values().stream().anyMatch(method -> writesExternal(method, false));
        writesExternalReferences = unit.methods().values().stream().anyMatch(method -> writesExternal(method, true));
    }

    /** Whether the numbers or references in an array or matrix, read just before the statement, stay as they are. */
    public boolean isStableBefore(Expression container, Method method, Statement statement) {
        return isStable(aliases.contents(container), holdsReferences(container), method, statement, true);
    }

    /**
     * Whether one number or reference in an array or matrix, read just before the statement, stays as it is, though others may not: what is
     * stored afterwards is stored elsewhere.
     */
    public boolean isSparedAfter(Expression.Place place, Method method, Statement statement) {
        return isSpared(place, method, statement, true, store -> true);
    }

    /** Whether the contents that the statement leaves in an array or matrix stay as they are. */
    public boolean isStableAfter(Expression container, Method method, Statement statement) {
        return isStable(aliases.contents(container), holdsReferences(container), method, statement, false);
    }

    /**
     * Whether the number that a store leaves in its place stays there. What stores in a loop comes back, but not to the same place if the
     * index of the loop is an index of the place.
     */
    public boolean isKeptIn(Expression.Place place, Method method, Statement.Store store) {
        Layout layout = layouts.get(method.key());
        return isSpared(place, method, store, false, other -> !isOverBefore(store, other, layout));
    }

    /**
     * Whether nothing that may follow a statement writes to a place.
     *
     * @param counts whether a store of the same call of the method does so if it may hit the place
     */
    private boolean isSpared(
            Expression.Place place,
            Method method,
            Statement statement,
            boolean including,
            Predicate<Statement.Store> counts) {
        Region region = aliases.contents(place.container());
        return !isDoubtful(region, holdsReferences(place.container()))
                && region.writes().stream()
                        .noneMatch(write -> mayFollow(
                                write,
                                region,
                                method,
                                statement,
                                including,
                                store -> counts.test(store)
                                        && mayReturn(region, place, method, statement, including, store)));
    }

    private boolean mayReturn(
            Region region,
            Expression.Place place,
            Method method,
            Statement statement,
            boolean including,
            Statement.Store store) {
        Layout layout = layouts.get(method.key());
        return orders.get(method.key())
                .mayReturn(place, statement, store, including, loop -> isFreshInside(region, loop, layout));
    }

    /** Whether another store, or the store itself, writes to its place before the store does, or elsewhere in another turn of a loop around both. */
    private static boolean isOverBefore(Statement.Store store, Statement.Store other, Layout layout) {
        return !layout.isAfter(other, store)
                && layout.commonLoops(other, store).stream()
                        .allMatch(loop -> loop instanceof Statement.For counting
                                && isIndexOfBoth(counting.index(), store.place(), other.place()));
    }

    /**
     * Whether two places with different values of a variable are different places: it is the same index of both. Rows and columns count in one matrix
     * only, for another may have the same entries in another shape.
     */
    private static boolean isIndexOfBoth(Variable variable, Expression.Place first, Expression.Place second) {
        boolean isComparable = first instanceof Expression.Entry
                ? second instanceof Expression.Entry && first.container().equals(second.container())
                : first.getClass() == second.getClass();
        Expression index = new Expression.Read(variable);
        return isComparable
                && IntStream.range(1, first.parts().size())
                        .anyMatch(i -> first.parts().get(i).equals(index)
                                && second.parts().get(i).equals(index));
    }

    /** Whether a matrix, as it is just before the statement, keeps its shape and its array of entries. */
    public boolean isShapeStable(Expression matrix, Method method, Statement statement) {
        return isStable(aliases.region(matrix), true, method, statement, true);
    }

    /** Whether an array or matrix holds after a statement of simple kinds what it held before it. */
    public boolean isLeftAlone(Expression container, Statement statement) {
        if (statement instanceof Statement.Declare || statement instanceof Statement.Assign) {
            return true;
        }
        Region region = aliases.contents(container);
        if (isDoubtful(region, holdsReferences(container))) {
            return false;
        }
        if (statement instanceof Statement.Store store) {
            return aliases.contents(store.place().container()) != region;
        }
        return statement instanceof Statement.CallHelper call
                && region.writes().stream().noneMatch(write -> calls.reaches(call.callee(), write.method()));
    }

    /** Whether a statement after this one may write into what a reference leads to, other than by filling a new object. */
    boolean isWrittenAfter(Expression reference, Method method, Statement statement, CreationWrites creation) {
        if (aliases.numbers(reference).isExposed()) {
            return true;
        }
        for (Region.Write write : aliases.numbers(reference).writes()) {
            if (!creation.contains(write.statement())
                    && mayFollow(write, aliases.numbers(reference), method, statement, false)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether another model is given something from outside while something from outside is written: were the two the same array,
     * the other model's record would be spoiled.
     */
    public boolean handsOutWhatMayBeWritten() {
        boolean[] found = {false};
        unit.methods()
                .values()
                .forEach(method -> Walk.statements(
                        method.body(),
                        statement -> found[0] |= statement instanceof Statement.CallModel call
                                && !call.callee().isGiven()
                                && call.arguments().stream()
                                        .filter(argument -> argument.type().isReference())
                                        .anyMatch(argument ->
                                                aliases.numbers(argument).isExternal())));
        return found[0] && writesExternal;
    }

    private boolean isStable(
            Region region, boolean holdsReferences, Method method, Statement statement, boolean including) {
        if (isDoubtful(region, holdsReferences)) {
            return false;
        }
        for (Region.Write write : region.writes()) {
            if (mayFollow(write, region, method, statement, including)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the region may be another one too: two things from outside may be one, unless one of them can only be a parameter, into which nothing
     * writes. Where numbers are written, there are no references.
     */
    private boolean isDoubtful(Region region, boolean holdsReferences) {
        boolean parameter = !region.isGiven()
                && !region.fields().isEmpty()
                && region.fields().stream().allMatch(field -> field.role() == Field.Role.PARAMETER);
        boolean isWritten = holdsReferences ? writesExternalReferences : writesExternal;
        return region.isExposed() || region.isExternal() && isWritten && !parameter;
    }

    private static boolean holdsReferences(Expression container) {
        return container.type() instanceof Type.ArrayOf array && array.element().isReference();
    }

    private boolean mayFollow(
            Region.Write write, Region region, Method method, Statement statement, boolean including) {
        return mayFollow(write, region, method, statement, including, store -> true);
    }

    /**
     * Whether a write may come after a statement and concern what is asked about.
     *
     * @param concerns whether a store that is part of the same call of the method, and may come after the statement, does
     */
    private boolean mayFollow(
            Region.Write write,
            Region region,
            Method method,
            Statement statement,
            boolean including,
            Predicate<Statement.Store> concerns) {
        boolean isElsewhere =
                write.method() == method && write.statement() instanceof Statement.Store store && !concerns.test(store);
        return mayFollow(write, region, method, statement, including, isElsewhere, new ArrayList<>());
    }

    /**
     * Within the method, and then, where the objects are not its own, after each call of it, whoever makes that.
     *
     * @param isElsewhere whether the write, as part of the same call of the method, does not count
     */
    private boolean mayFollow(
            Region.Write write,
            Region region,
            Method method,
            Statement statement,
            boolean including,
            boolean isElsewhere,
            List<Method> callees) {
        if (callees.contains(method)) {
            return true;
        }
        boolean[] found = {
            write.method() == method
                    && !isElsewhere
                    && mayFollow(write.statement(), region, method, statement, including)
        };
        Walk.statements(method.body(), other -> {
            if (other instanceof Statement.CallHelper call && calls.reaches(call.callee(), write.method())) {
                found[0] |= mayFollow(other, region, method, statement, including && other == statement);
            }
        });
        if (found[0] || isLocal(region, method)) {
            return found[0];
        }
        callees.add(method);
        for (Method caller : unit.methods().values()) {
            Walk.statements(caller.body(), other -> {
                if (other instanceof Statement.CallHelper call && call.callee().equals(method.key())) {
                    found[0] |= mayFollow(write, region, caller, call, false, false, callees);
                }
            });
        }
        callees.remove(method);
        return found[0];
    }

    private boolean mayFollow(Statement write, Region region, Method method, Statement read, boolean including) {
        if (write == read && including) {
            return true;
        }
        Layout layout = layouts.get(method.key());
        if (layout.isAfter(write, read)) {
            return true;
        }
        return layout.commonLoops(write, read).stream().anyMatch(loop -> !isFreshInside(region, loop, layout));
    }

    /** Whether objects of the region that one turn of the loop sees are never seen by another turn. */
    private static boolean isFreshInside(Region region, Statement loop, Layout layout) {
        return !region.isExternal()
                && !region.isContained()
                && region.variables().stream().allMatch(variable -> layout.isDeclaredInside(variable, loop));
    }

    /** Whether objects of the region live and die within one call of the method. */
    private boolean isLocal(Region region, Method method) {
        Layout layout = layouts.get(method.key());
        return !region.isExternal()
                && !region.isContained()
                && region.variables().stream().allMatch(variable -> isLocal(variable, method, layout));
    }

    private static boolean isLocal(Variable variable, Method method, Layout layout) {
        return layout.declares(variable)
                && method.parameters().stream().noneMatch(parameter -> parameter.variable() == variable)
                && !method.resultVariables().contains(variable);
    }

    private boolean isCalled(Method method) {
        boolean[] found = {false};
        for (Method other : unit.methods().values()) {
            Walk.statements(
                    other.body(),
                    statement -> found[0] |= statement instanceof Statement.CallHelper call
                            && call.callee().equals(method.key()));
        }
        return found[0];
    }

    /** Whether something from outside is written; or, what is in question of references, more than a number in it. */
    private boolean writesExternal(Method method, boolean references) {
        boolean[] found = {false};
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.Store store) {
                found[0] |= (!references || store.place().type().isReference())
                        && aliases.contents(store.place().container()).isExternal();
            } else if (statement instanceof Statement.Operate operate) {
                found[0] |= operate.arguments().stream()
                        .filter(argument -> argument.type().isReference())
                        .map(aliases::contents)
                        .anyMatch(region ->
                                region.isExternal() && !region.writes().isEmpty());
            } else if (statement instanceof Statement.CallInactive call && !call.onlyReads()) {
                found[0] |= call.arguments().stream()
                        .filter(argument -> argument.type().isReference())
                        .anyMatch(argument -> aliases.numbers(argument).isExternal());
            }
        });
        return found[0];
    }
}
