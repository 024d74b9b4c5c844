package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.analysis.WrittenNames;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds functions with a sum made by loops whose turns have nothing to do with each other: they add to the sum and leave nothing else
 * behind but what they have written into arrays that each turn fills anew. The result is the sum, with other terms added to it perhaps, so
 * that what a turn adds has an adjoint of one, and each turn can go back at once: there is nothing to keep from one sweep to the other.
 */
final class AddingLoops {

    /** Both sweeps stand in one method; larger ones are better compiled apart. */
    private static final int LARGEST = 400;

    private final Facts facts;
    private final Method method;
    private final Assignments assignments;
    private final Set<Variable> sums = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Statement.For, List<Variable>> loops = new IdentityHashMap<>();
    private Variable sum;
    private int size;

    private AddingLoops(Facts facts, Method method) {
        this.facts = facts;
        this.method = method;
        this.assignments = new Assignments(method);
    }

    /** The loops of a method that are such, if it has some and can do both sweeps in one. */
    static Optional<AddingLoops> in(Facts facts, Method method) {
        boolean isFunction = method.isStatic()
                && method.role() != Method.Role.HELPER
                && method.resultType() == Type.DOUBLE
                && facts.activity().isActive(method.resultVariables().get(0));
        AddingLoops loops = new AddingLoops(facts, method);
        return isFunction && loops.suits(method.body()) ? Optional.of(loops) : Optional.empty();
    }

    /** Whether a loop is one of them. */
    boolean contains(Statement loop) {
        return loops.containsKey(loop);
    }

    /** The active arrays outside a loop that its turns write into, each for itself as it seems. */
    List<Variable> scratch(Statement.For loop) {
        return loops.get(loop);
    }

    /** Whether the adjoint of a variable is one as long as the loops turn. */
    boolean isSum(Variable variable) {
        return variable == sum;
    }

    private boolean suits(Block body) {
        List<Statement> statements = body.statements();
        sum = method.resultVariables().get(0);
        sums.add(sum);
        for (int i = statements.size() - 1; i >= 0 && assignments.isFinal(sum); i--) {
            if (statements.get(i) instanceof Statement.Declare declare && declare.variable() == sum) {
                Optional<Variable> leading = declare.value().flatMap(AddingLoops::leading);
                if (leading.isEmpty()) {
                    return false;
                }
                sum = leading.get();
                sums.add(sum);
            }
        }
        boolean declaresSum = statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Declare declare && declare.variable() == sum);
        return declaresSum
                && statements.stream().allMatch(this::isOutsideOrLoop)
                && !loops.isEmpty()
                && size <= LARGEST
                && writesOnlyWhatIsNew();
    }

    /** The variable that the value is, with something added perhaps that does not depend on it. */
    private static Optional<Variable> leading(Expression value) {
        if (value instanceof Expression.Read read) {
            return Optional.of(read.variable());
        }
        if (value instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS)) {
            return leading(binary.left()).filter(variable -> !Expressions.reads(binary.right(), variable));
        }
        return Optional.empty();
    }

    private boolean isOutsideOrLoop(Statement statement) {
        if (statement instanceof Statement.For loop && isLoop(loop)) {
            loops.put(loop, new ArrayList<>());
            return true;
        }
        Walk.expressions(statement).forEach(expression -> size += Expressions.size(expression));
        boolean isTerm = statement instanceof Statement.Declare declare
                && sums.contains(declare.variable())
                && declare.variable() != sum;
        return isTerm ? reads(Walk.expressions(statement)) == 1 : readsNoSum(statement);
    }

    private boolean isLoop(Statement.For loop) {
        Set<Variable> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.statements(loop.body(), inner -> inside.addAll(Walk.declared(inner)));
        boolean adds = Walk.any(
                loop.body(), statement -> statement instanceof Statement.Assign assign && assign.variable() == sum);
        return adds
                && Math.abs(loop.step()) == 1
                && reads(Walk.expressions(loop)) == 0
                && loop.body().statements().stream().allMatch(statement -> isOfOneTurn(statement, inside));
    }

    /** Whether a statement gives values to no other variables than the sum and what is declared in the turn. */
    private boolean isOfOneTurn(Statement statement, Set<Variable> inside) {
        Walk.expressions(statement).forEach(expression -> size += Expressions.size(expression));
        if (statement instanceof Statement.Assign assign && assign.variable() == sum) {
            return adds(assign);
        }
        return reads(Walk.expressions(statement)) == 0
                && !(statement instanceof Statement.Assign assign && !inside.contains(assign.variable()))
                && Walk.blocks(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .allMatch(inner -> isOfOneTurn(inner, inside));
    }

    private boolean adds(Statement.Assign assign) {
        return assign.value() instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS)
                && binary.left().equals(Expressions.read(sum))
                && reads(List.of(binary.right())) == 0;
    }

    private boolean readsNoSum(Statement statement) {
        return reads(Walk.expressions(statement)) == 0
                && !(statement instanceof Statement.Assign assign && sums.contains(assign.variable()))
                && Walk.blocks(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .allMatch(this::readsNoSum);
    }

    /** How often expressions read the sum, or the sum with other terms. */
    private int reads(List<Expression> expressions) {
        return expressions.stream().mapToInt(this::reads).sum();
    }

    private int reads(Expression expression) {
        return expression instanceof Expression.Read read && sums.contains(read.variable())
                ? 1
                : reads(expression.parts());
    }

    /** Whether the method writes into arrays of its own only, and turns into their own or into those that they fill anew. */
    private boolean writesOnlyWhatIsNew() {
        WrittenNames names = new WrittenNames(facts.unit());
        Optional<Set<Variable>> written = names.in(method.body());
        if (written.isEmpty() || !allocated(method.body()).containsAll(written.get())) {
            return false;
        }
        Scratch filled = new Scratch(facts.unit());
        for (Map.Entry<Statement.For, List<Variable>> loop : loops.entrySet()) {
            Block turn = loop.getKey().body();
            Set<Variable> outside = names.in(turn).orElseThrow();
            outside.removeAll(allocated(turn));
            boolean isScratch = outside.stream()
                    .allMatch(array -> array.type().equals(Type.DOUBLES)
                            && isMadeOutside(array)
                            && filled.isFilled(loop.getKey(), array));
            if (!isScratch || !outside.isEmpty() && method.face().takesApart()) {
                return false;
            }
            // in the order of the source, so that the same is generated each time
            method.body().statements().stream()
                    .flatMap(statement -> Walk.declared(statement).stream())
                    .filter(array -> outside.contains(array) && facts.activity().isActive(array))
                    .forEach(loop.getValue()::add);
        }
        return true;
    }

    private boolean isMadeOutside(Variable array) {
        return method.body().statements().stream()
                .anyMatch(
                        statement -> statement instanceof Statement.Allocate allocate && allocate.variable() == array);
    }

    private static Set<Variable> allocated(Block block) {
        Set<Variable> allocated = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.statements(block, statement -> {
            if (statement instanceof Statement.Allocate allocate) {
                allocated.add(allocate.variable());
            }
        });
        return allocated;
    }
}
