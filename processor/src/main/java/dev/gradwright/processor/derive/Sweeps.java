package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Ranges;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Turns the statements of a scope, and of the scopes inside it, into those of the two sweeps. */
final class Sweeps {

    private final Facts facts;
    private final Duals bars;
    private final Keeping keeping;
    private final Values values;
    private final Ranges ranges;
    private final Set<Variable> seeds;
    private final Calls calls;
    private final ExtremumReversal extrema;
    private final StoredValues stored;
    private final CheckpointedLoops checkpointed;
    private final TransposeNotes notes;
    private final ToldAdjoints told;
    private final Optional<AddingLoops> together;

    /**
     * @param seeds the adjoints of results
     * @param given what the reverse halves of helpers are given again
     * @param together the loops whose turns go back at once, if there are some and the seed is one
     */
    Sweeps(
            Facts facts,
            Protocol protocol,
            Duals bars,
            Keeping keeping,
            Values values,
            Set<Variable> seeds,
            TransposeNotes notes,
            ReverseArguments given,
            Optional<AddingLoops> together) {
        this.together = together;
        this.facts = facts;
        this.bars = bars;
        this.keeping = keeping;
        this.values = values;
        this.ranges = new Ranges(values.method());
        this.seeds = seeds;
        this.calls = new Calls(facts, protocol, bars, values, notes, given);
        this.notes = notes;
        this.extrema = new ExtremumReversal(facts, bars, keeping, values, ranges, notes);
        this.told = new ToldAdjoints(bars, values);
        this.stored = new StoredValues(facts, values);
        this.checkpointed = new CheckpointedLoops(facts, protocol, bars, keeping, values, calls);
    }

    /** Fills a scope. */
    void visit(Scope scope) {
        for (int i = 0; i < scope.block().statements().size(); i++) {
            Point point = new Point(scope, i);
            visit(point);
            notes.of(point.statement())
                    .ifPresent(touched ->
                            scope.surroundReverse(touched.after(told.at(point)), touched.before(told.at(point))));
        }
    }

    private void visit(Point point) {
        Statement statement = point.statement();
        Walk.declared(statement).forEach(variable -> declare(point, variable));
        List<Statement> reverse = new ArrayList<>();
        if (statement instanceof Statement.If choice) {
            choose(point, choice);
        } else if (statement instanceof Statement.TryFinally attempt) {
            attempt(point, attempt);
        } else if (statement instanceof Statement.For || statement instanceof Statement.While) {
            Optional<Statement.CallHelper> step =
                    statement instanceof Statement.For counting ? checkpointed.step(counting) : Optional.empty();
            if (together.filter(loops -> loops.contains(statement)).isPresent()) {
                Statement.For loop = (Statement.For) statement;
                new LoopReversal(facts, keeping, values, ranges, this)
                        .together(point, loop, leftOver(together.get().scratch(loop)));
            } else if (step.isPresent()) {
                checkpointed.visit(point, (Statement.For) statement, step.get());
            } else if (!(statement instanceof Statement.For loop && extrema.visit(point, loop))) {
                new LoopReversal(facts, keeping, values, ranges, this).visit(point);
            }
        } else if (statement instanceof Statement.Operate
                || statement instanceof Statement.CallHelper
                || statement instanceof Statement.CallModel
                || statement instanceof Statement.CallGiven) {
            calls.visit(point);
        } else {
            Supplier<List<Statement>> forward = () -> List.of(replaced(point, statement));
            if (statement instanceof Statement.Declare declare
                    && declare.value().isPresent()) {
                forward = bind(point, declare.variable(), declare.value().get(), forward);
                if (isActiveNumber(declare.variable())) {
                    pullback(point, reverse)
                            .through(declare.value().get(), Expressions.read(bars.of(declare.variable())));
                }
            } else if (statement instanceof Statement.Declare declare && isActiveReference(declare.variable())) {
                forward = () -> List.of(
                        new Statement.Declare(bars.of(declare.variable()), Optional.empty(), Position.NOWHERE),
                        statement);
            } else if (statement instanceof Statement.CallInactive call) {
                forward = inactive(call, forward);
            } else if (statement instanceof Statement.Assign assign) {
                forward = assign(point, assign, forward, reverse);
            } else if (statement instanceof Statement.Store store) {
                forward = store(point, store, forward, reverse);
            } else if (statement instanceof Statement.Allocate allocate) {
                forward = allocate(point, allocate, forward, reverse);
            }
            add(point, forward, reverse);
        }
    }

    /** Asks whether a turn has used what another one has left in arrays: then their adjoints are not zero when it has gone back. */
    private List<Statement> leftOver(List<Variable> scratch) {
        if (scratch.isEmpty()) {
            return List.of();
        }
        Method method = values.method();
        return List.of(new Statement.LeftOver(
                scratch.stream().map(array -> keeping.demand(bars.of(array))).toList(),
                method.stem(),
                method.parameters().stream()
                        .map(parameter -> Expressions.read(parameter.variable()))
                        .toList()));
    }

    /** A statement of the forward sweep, using what has been computed for the reverse sweep's sake. */
    static Statement replaced(Point point, Statement statement) {
        Expression place = statement instanceof Statement.Store store ? store.place() : null;
        return Substitution.expressions(
                statement, e -> e == place ? e : point.scope().replaced(point.index(), e));
    }

    /** Adds the two sweeps' statements, with the source line in front of the reverse ones. */
    static void add(Point point, Supplier<List<Statement>> forward, List<Statement> reverse) {
        Position position = point.statement().position();
        List<Statement> marked = reverse.isEmpty() ? reverse : withNote(position, reverse);
        point.scope().add(forward, marked.isEmpty() ? List.of() : List.of(() -> marked));
    }

    static List<Statement> withNote(Position position, List<Statement> statements) {
        List<Statement> marked = new ArrayList<>();
        if (position.line() > 0) {
            marked.add(new Statement.Note(position));
        }
        marked.addAll(statements);
        return marked;
    }

    Pullback pullback(Point point, List<Statement> out) {
        return new Pullback(facts, bars, values, point, out);
    }

    private void declare(Point point, Variable variable) {
        Statement statement = point.statement();
        Optional<Expression> initial =
                statement instanceof Statement.Declare declare ? declare.value() : Optional.empty();
        keeping.define(
                variable,
                point.scope(),
                point.index(),
                () -> initial.flatMap(value -> values.recipe(point, value)).or(() -> stored.recipe(point, variable)),
                () -> Values.whyKept(initial));
        if (isActiveReference(variable)) {
            keeping.define(
                    bars.of(variable),
                    point.scope(),
                    point.index(),
                    () -> initial.flatMap(value -> values.dualRecipe(point, value)),
                    () -> "where a derivative goes");
        } else if (isActiveNumber(variable) && !seeds.contains(bars.of(variable))) {
            point.scope().addAdjoint(bars.of(variable));
        }
    }

    private Supplier<List<Statement>> bind(
            Point point, Variable variable, Expression value, Supplier<List<Statement>> forward) {
        if (!isActiveReference(variable)) {
            return forward;
        }
        Statement dual = new Statement.Declare(bars.of(variable), Optional.of(bars.of(value)), Position.NOWHERE);
        return () -> List.of(dual, forward.get().get(0));
    }

    private Supplier<List<Statement>> assign(
            Point point, Statement.Assign assign, Supplier<List<Statement>> forward, List<Statement> reverse) {
        Variable variable = assign.variable();
        if (isActiveReference(variable)) {
            // the dual first: its index expressions may read what the assignment changes
            Statement dual = new Statement.Assign(bars.of(variable), bars.of(assign.value()), Position.NOWHERE);
            return () -> List.of(dual, forward.get().get(0));
        }
        if (isActiveNumber(variable)) {
            Variable bar = bars.of(variable);
            Optional<Expression> increment = Increments.of(assign.value(), Expressions.read(variable))
                    .filter(rest -> !Expressions.reads(rest, variable));
            if (increment.isPresent()) {
                boolean isOne = together.filter(loops -> loops.isSum(variable)).isPresent();
                pullback(point, reverse).through(increment.get(), isOne ? Expressions.ONE : Expressions.read(bar));
            } else {
                Variable g = Variable.synthetic("g", Type.DOUBLE);
                reverse.add(Loops.declare(g, Expressions.read(bar)));
                reverse.add(new Statement.Assign(bar, Expressions.ZERO, Position.NOWHERE));
                pullback(point, reverse).through(assign.value(), Expressions.read(g));
            }
        }
        return forward;
    }

    private Supplier<List<Statement>> store(
            Point point, Statement.Store store, Supplier<List<Statement>> forward, List<Statement> reverse) {
        Expression.Place place = store.place();
        if (place.type().isReference()) {
            if (!facts.activity().leadsToActive(place)) {
                return forward;
            }
            Statement dual = new Statement.Store(bars.place(place), bars.of(store.value()), Position.NOWHERE);
            return () -> List.of(dual, forward.get().get(0));
        }
        if (facts.activity().isActive(place)) {
            Optional<Expression> increment = Increments.of(store.value(), place);
            if (increment.isPresent() && !facts.activity().isActive(increment.get())) {
                return forward;
            }
            Expression.Place bar = values.dualAt(point, place);
            Variable g = Variable.synthetic("g", Type.DOUBLE);
            reverse.add(Loops.declare(g, bar));
            if (increment.isEmpty()) {
                reverse.add(Loops.clear(bar));
            }
            pullback(point, reverse).through(increment.orElse(store.value()), Expressions.read(g));
        }
        return forward;
    }

    private Supplier<List<Statement>> allocate(
            Point point, Statement.Allocate allocate, Supplier<List<Statement>> forward, List<Statement> reverse) {
        Variable variable = allocate.variable();
        if (!isActiveReference(variable)) {
            return forward;
        }
        Statement dual = Allocations.dual(allocate, bars);
        if (allocate.allocation() instanceof Statement.Allocation.Copy copy
                && !Allocations.sharesRows(allocate)
                && facts.activity().leadsToActive(copy.source())) {
            Variable k = Variable.synthetic("k", Type.INT);
            Point after = new Point(point.scope(), point.index() + 1);
            Expression from = values.dualAt(after, Expressions.read(variable));
            Expression to = values.dualAt(point, copy.source());
            reverse.add(Loops.count(
                    k,
                    Loops.size(from),
                    List.of(Loops.add(Loops.entry(to, Expressions.read(k)), Loops.entry(from, Expressions.read(k))))));
        }
        return () -> List.of(forward.get().get(0), dual);
    }

    /** What comes last is done in the forward sweep alone; the reverse sweep has nothing to clean up. */
    private void attempt(Point point, Statement.TryFinally attempt) {
        Scope body = new Scope(point.scope(), point.index(), false, attempt.body());
        Scope last = new Scope(point.scope(), point.index(), false, attempt.last());
        visit(body);
        visit(last);
        point.scope()
                .add(
                        () -> List.of(new Statement.TryFinally(
                                body.forward(keeping), last.forward(keeping), attempt.position())),
                        body.hasNoReverse()
                                ? List.of()
                                : List.of(() -> body.reverse(keeping).statements()));
    }

    /** A new array may be given active numbers later, so it needs a dual of zeros. */
    private Supplier<List<Statement>> inactive(Statement.CallInactive call, Supplier<List<Statement>> forward) {
        Optional<Variable> active = call.result().filter(this::isActiveReference);
        if (active.isEmpty()) {
            return forward;
        }
        Statement dual = Loops.declare(bars.of(active.get()), new Expression.ShadowOf(Expressions.read(active.get())));
        return () -> List.of(forward.get().get(0), dual);
    }

    private void choose(Point point, Statement.If choice) {
        Scope then = new Scope(point.scope(), point.index(), false, choice.then());
        Scope otherwise = new Scope(point.scope(), point.index(), false, choice.otherwise());
        visit(then);
        visit(otherwise);
        List<Supplier<List<Statement>>> reverse = new ArrayList<>();
        if (!then.hasNoReverse() || !otherwise.hasNoReverse()) {
            boolean selects = Selection.of(choice).filter(values::isFinal).isPresent();
            Expression condition =
                    selects ? values.at(point, choice.condition()) : values.outcome(point, choice.condition());
            reverse.add(() -> List.of(
                    new Statement.If(condition, then.reverse(keeping), otherwise.reverse(keeping), choice.position())));
        }
        point.scope()
                .add(
                        () -> List.of(new Statement.If(
                                point.scope().replaced(point.index(), choice.condition()),
                                then.forward(keeping),
                                otherwise.forward(keeping),
                                choice.position())),
                        reverse);
    }

    private boolean isActiveNumber(Variable variable) {
        return variable.type() == Type.DOUBLE && facts.activity().isActive(variable);
    }

    private boolean isActiveReference(Variable variable) {
        return variable.type().isReference() && facts.activity().isActive(variable);
    }
}
