package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import dev.gradwright.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which numbers carry a derivative: those that are <em>varied</em> (depend on a parameter or an active argument) and
 * <em>useful</em> (a differentiable method's result depends on them). Numbers in local variables are told apart one by one,
 * numbers in memory by region.
 */
public final class Activity {

    private final Unit unit;
    private final Aliases aliases;
    private final Marks varied = new Marks();
    private final Marks useful = new Marks();

    private static final class Marks {
        private final Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Region> regions = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean changed;

        void add(Variable variable) {
            changed |= variables.add(variable);
        }

        void add(Region region) {
            changed |= regions.add(region.find());
        }

        boolean has(Variable variable) {
            return variables.contains(variable);
        }

        boolean has(Region region) {
            return regions.contains(region.find());
        }
    }

    private Activity(Unit unit, Aliases aliases) {
        this.unit = unit;
        this.aliases = aliases;
    }

    /** Analyses a unit. */
    public static Activity of(Unit unit, Aliases aliases) {
        Activity activity = new Activity(unit, aliases);
        activity.seed();
        activity.repeat(activity.varied, activity::spread, activity::spreadAmongArguments);
        activity.repeat(activity.useful, activity::demand, activity::demandAmongArguments);
        return activity;
    }

    /** Whether a local number carries a derivative, or a local reference leads to numbers that do. */
    public boolean isActive(Variable variable) {
        if (isModel(variable.type())) {
            return true;
        }
        if (!variable.type().carriesDerivative()) {
            return false;
        }
        if (variable.type().isReference()) {
            return isActive(aliases.numbers(variable));
        }
        return varied.has(variable) && useful.has(variable);
    }

    /** Whether the numbers of a region carry a derivative. */
    public boolean isActive(Region region) {
        return varied.has(region) && useful.has(region);
    }

    /** Whether a reference leads to numbers that carry a derivative. */
    public boolean leadsToActive(Expression reference) {
        return isModel(reference.type())
                || reference.type().carriesDerivative() && isActive(aliases.numbers(reference));
    }

    /** Whether the value of an expression carries a derivative. */
    public boolean isActive(Expression expression) {
        if (expression.type().isReference()) {
            return leadsToActive(expression);
        }
        boolean[] found = {false};
        sources(expression, variable -> found[0] |= isActive(variable), region -> found[0] |= isActive(region));
        return found[0];
    }

    /** Whether the method's gradient has anything to do: some value in it carries a derivative, or it calls another model. */
    public boolean isActive(Method method) {
        return isActive(method, new ArrayList<>());
    }

    private boolean isActive(Method method, List<Method> visiting) {
        if (visiting.contains(method)) {
            return false;
        }
        visiting.add(method);
        boolean[] found = {
            method.role() != Method.Role.HELPER
                    || method.resultVariables().stream().anyMatch(this::isActive)
        };
        Walk.statements(method.body(), statement -> found[0] |= isActive(statement, visiting));
        return found[0];
    }

    /** Whether a statement does something to a value that carries a derivative. */
    boolean isActive(Statement statement) {
        return isActive(statement, new ArrayList<>());
    }

    private boolean isActive(Statement statement, List<Method> visiting) {
        if (statement instanceof Statement.Store store) {
            return store.place().type().carriesDerivative() && isActive(store.place());
        } else if (statement instanceof Statement.CallHelper call
                && isActive(unit.methods().get(call.callee()), visiting)) {
            return true;
        } else if (statement instanceof Statement.CallModel) {
            return true;
        } else if (statement instanceof Statement.Operate operate) {
            return operate.arguments().stream()
                    .anyMatch(argument -> argument.type().isReference() && leadsToActive(argument));
        } else if (statement instanceof Statement.Assign assign) {
            return isActive(assign.variable());
        }
        return Walk.declared(statement).stream().anyMatch(this::isActive);
    }

    private static boolean isModel(Type type) {
        return type instanceof Type.Model || type instanceof Type.ArrayOf array && isModel(array.element());
    }

    private void seed() {
        for (Field field : unit.fields()) {
            if (field.role() == Field.Role.PARAMETER) {
                varied.add(aliases.numbers(new Expression.ModelField(field)));
            }
        }
        for (Method method : unit.differentiable()) {
            for (Method.Parameter parameter : method.parameters()) {
                if (parameter.isActive()) {
                    mark(varied, parameter.variable());
                }
            }
            method.resultVariables().forEach(result -> mark(useful, result));
        }
    }

    private void mark(Marks marks, Variable variable) {
        if (isModel(variable.type()) || !variable.type().carriesDerivative()) {
            return;
        }
        if (variable.type().isReference()) {
            marks.add(aliases.numbers(variable));
        } else {
            marks.add(variable);
        }
    }

    private void repeat(Marks marks, Consumer<Statement> rule, Runnable amongArguments) {
        do {
            marks.changed = false;
            unit.methods().values().forEach(method -> Walk.statements(method.body(), rule));
            amongArguments.run();
        } while (marks.changed);
    }

    /** A caller may pass one array as two arguments: what is written into one of them is then in the other. */
    private void spreadAmongArguments() {
        List<Region> arguments = argumentNumbers();
        boolean isVariedWritten = arguments.stream().anyMatch(region -> isWritten(region) && varied.has(region));
        boolean isAnyVaried = arguments.stream().anyMatch(varied::has);
        arguments.stream()
                .filter(region -> isVariedWritten || isAnyVaried && isWritten(region))
                .forEach(varied::add);
    }

    /** What is written into one argument is useful if any other argument is, since it may be the same array. */
    private void demandAmongArguments() {
        List<Region> arguments = argumentNumbers();
        if (arguments.stream().anyMatch(useful::has)) {
            arguments.stream().filter(Activity::isWritten).forEach(useful::add);
        }
    }

    private static boolean isWritten(Region region) {
        return !region.writes().isEmpty();
    }

    /** The numbers of arrays and matrices that come from outside and may be written: active arguments, and state that is. */
    private List<Region> argumentNumbers() {
        List<Region> regions = new ArrayList<>();
        for (Method method : unit.differentiable()) {
            method.parameters().stream()
                    .filter(Method.Parameter::isActive)
                    .map(Method.Parameter::variable)
                    .filter(variable -> variable.type().isReference())
                    .forEach(variable -> regions.add(aliases.numbers(variable)));
        }
        unit.fields().stream()
                .filter(field ->
                        field.role() == Field.Role.STATE && field.type().carriesDerivative())
                .map(field -> aliases.numbers(new Expression.ModelField(field)))
                .filter(Activity::isWritten)
                .forEach(regions::add);
        return regions;
    }

    private void spread(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            declare.value().filter(this::isVaried).ifPresent(value -> mark(varied, declare.variable()));
        } else if (statement instanceof Statement.Assign assign) {
            if (isVaried(assign.value())) {
                mark(varied, assign.variable());
            }
        } else if (statement instanceof Statement.Store store) {
            if (store.place().type() == Type.DOUBLE && isVaried(store.value())) {
                varied.add(aliases.contents(store.place().container()));
            }
        } else if (statement instanceof Statement.Allocate allocate) {
            copied(allocate).filter(this::isVaried).ifPresent(source -> mark(varied, allocate.variable()));
        } else if (statement instanceof Statement.Operate operate) {
            if (operate.arguments().stream().anyMatch(this::isVaried)) {
                operate.result().ifPresent(result -> mark(varied, result));
                written(operate).forEach(target -> mark(varied, target));
            }
        } else if (statement instanceof Statement.CallHelper call) {
            Method callee = unit.methods().get(call.callee());
            for (int i = 0; i < call.arguments().size(); i++) {
                if (!callee.parameters().get(i).constant()
                        && isVaried(call.arguments().get(i))) {
                    mark(varied, callee.parameters().get(i).variable());
                }
            }
            for (int i = 0; i < call.results().size(); i++) {
                if (isVaried(callee.results().get(i).variable())) {
                    mark(varied, call.results().get(i));
                }
            }
        } else if (statement instanceof Statement.CallModel call) {
            call.results().forEach(result -> mark(varied, result));
        } else if (statement instanceof Statement.CallGiven call) {
            if (activeArguments(call).anyMatch(this::isVaried)) {
                mark(varied, call.result());
            }
        }
    }

    private void demand(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            if (isUseful(declare.variable())) {
                declare.value().ifPresent(this::need);
            }
        } else if (statement instanceof Statement.Assign assign) {
            if (isUseful(assign.variable())) {
                need(assign.value());
            }
        } else if (statement instanceof Statement.Store store) {
            if (store.place().type() == Type.DOUBLE
                    && useful.has(aliases.contents(store.place().container()))) {
                need(store.value());
            }
        } else if (statement instanceof Statement.Allocate allocate) {
            if (isUseful(allocate.variable())) {
                copied(allocate).ifPresent(this::need);
            }
        } else if (statement instanceof Statement.Operate operate) {
            if (operate.result().filter(this::isUseful).isPresent()
                    || written(operate).stream().anyMatch(target -> useful.has(aliases.numbers(target)))) {
                operate.arguments().forEach(this::need);
            }
        } else if (statement instanceof Statement.CallHelper call) {
            Method callee = unit.methods().get(call.callee());
            for (int i = 0; i < call.results().size(); i++) {
                if (isUseful(call.results().get(i))) {
                    mark(useful, callee.results().get(i).variable());
                }
            }
            for (int i = 0; i < call.arguments().size(); i++) {
                if (isUseful(callee.parameters().get(i).variable())) {
                    need(call.arguments().get(i));
                }
            }
        } else if (statement instanceof Statement.CallModel call) {
            call.results().forEach(result -> mark(useful, result));
            for (int i = 0; i < call.arguments().size(); i++) {
                if (call.callee().isActive(i)) {
                    need(call.arguments().get(i));
                }
            }
        } else if (statement instanceof Statement.CallGiven call) {
            if (isUseful(call.result())) {
                activeArguments(call).forEach(this::need);
            }
        }
    }

    private static Stream<Expression> activeArguments(Statement.CallGiven call) {
        return IntStream.range(0, call.arguments().size())
                .filter(i -> call.given().active().get(i))
                .mapToObj(call.arguments()::get);
    }

    private static Optional<Expression> copied(Statement.Allocate allocate) {
        return allocate.allocation() instanceof Statement.Allocation.Copy copy
                ? Optional.of(copy.source())
                : Optional.empty();
    }

    private static List<Expression> written(Statement.Operate operate) {
        OperationRule rule = OperationRules.of(operate.operation());
        return rule.outputs().stream().map(operate.arguments()::get).toList();
    }

    private void mark(Marks marks, Expression reference) {
        if (reference.type().carriesDerivative() && !isModel(reference.type())) {
            marks.add(aliases.numbers(reference));
        }
    }

    /** Whether a variable, or what is in the memory that it leads to, may depend on active values. */
    public boolean isVaried(Variable variable) {
        if (variable.type().isReference()) {
            return variable.type().carriesDerivative()
                    && !isModel(variable.type())
                    && varied.has(aliases.numbers(variable));
        }
        return varied.has(variable);
    }

    private boolean isUseful(Variable variable) {
        if (variable.type().isReference()) {
            return variable.type().carriesDerivative()
                    && !isModel(variable.type())
                    && useful.has(aliases.numbers(variable));
        }
        return useful.has(variable);
    }

    /** Whether the value of an expression depends on anything that a derivative is taken with respect to. */
    public boolean isVaried(Expression expression) {
        boolean[] found = {false};
        sources(expression, variable -> found[0] |= varied.has(variable), region -> found[0] |= varied.has(region));
        return found[0];
    }

    private void need(Expression expression) {
        sources(expression, useful::add, useful::add);
    }

    /** The local numbers and regions that the value of an expression depends on differentiably. */
    private void sources(Expression expression, Consumer<Variable> variables, Consumer<Region> regions) {
        if (!expression.type().carriesDerivative()
                || isModel(expression.type())
                || expression instanceof Expression.Null) {
            return;
        }
        if (expression.type().isReference()) {
            regions.accept(aliases.numbers(expression));
        } else if (expression instanceof Expression.Read read) {
            variables.accept(read.variable());
        } else if (expression instanceof Expression.Place place) {
            regions.accept(aliases.contents(place.container()));
        } else if (expression instanceof Expression.Conditional choice) {
            sources(choice.then(), variables, regions);
            sources(choice.otherwise(), variables, regions);
        } else if (expression instanceof Expression.Apply apply) {
            var partials = ScalarRules.of(apply.function()).partials();
            for (int i = 0; i < partials.size(); i++) {
                if (partials.get(i).isPresent()) {
                    sources(apply.arguments().get(i), variables, regions);
                }
            }
        } else {
            expression.parts().forEach(part -> sources(part, variables, regions));
        }
    }
}
