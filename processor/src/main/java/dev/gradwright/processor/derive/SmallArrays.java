package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
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
 * The variables of a method that refer to short arrays made in it, of which nothing is ever used but elements with known indices, and lengths. A
 * reference may be handed from one variable to another if the first is not used any more from there on: then it makes no difference whether the
 * second refers to the same array or has the same elements.
 */
final class SmallArrays {

    /** A reference that is handed from one variable to another, by which statement, and the innermost loop around it. */
    private record Handed(Variable from, Variable to, int at, Statement loop) {}

    /** The lengths of the arrays that are made, by the variables they are made for. */
    private final Map<Variable, Integer> lengths = new IdentityHashMap<>();

    private final List<Handed> handed = new ArrayList<>();
    private final Map<Variable, Statement> loopOfDeclaration = new IdentityHashMap<>();
    private final Map<Variable, Integer> lastUse = new IdentityHashMap<>();
    private final Map<Variable, Integer> largestIndex = new IdentityHashMap<>();
    private final Set<Variable> spoiled = Collections.newSetFromMap(new IdentityHashMap<>());
    private int at;

    private SmallArrays(Method method) {
        method.parameters().forEach(parameter -> spoiled.add(parameter.variable()));
        spoiled.addAll(method.resultVariables());
        visit(method.body(), null);
        handed.stream().filter(step -> !isLastUse(step)).forEach(step -> spoiled.add(step.from()));
        spread();
    }

    /** Finds them. */
    static SmallArrays in(Method method) {
        return new SmallArrays(method);
    }

    boolean isEmpty() {
        return spoiled.containsAll(lengths.keySet());
    }

    /** Whether a variable is such a one. */
    boolean contains(Variable variable) {
        return lengths.containsKey(variable) && !spoiled.contains(variable);
    }

    /** The length of the arrays that a variable refers to. */
    int length(Variable variable) {
        return lengths.get(variable);
    }

    /** The variable that refers to the array to which an expression belongs as an element, if it is that. */
    static Optional<Variable> array(Expression expression) {
        return expression instanceof Expression.Element element && element.array() instanceof Expression.Read read
                ? Optional.of(read.variable())
                : Optional.empty();
    }

    /** The index of an element, if it is known. */
    static Optional<Integer> index(Expression.Element element) {
        return element.index() instanceof Expression.Literal literal && literal.value() instanceof Integer index
                ? Optional.of(index)
                : Optional.empty();
    }

    private void visit(Block block, Statement loop) {
        for (Statement statement : block.statements()) {
            at++;
            Walk.declared(statement).forEach(variable -> loopOfDeclaration.put(variable, loop));
            visit(statement, loop);
            boolean turns = statement instanceof Statement.For || statement instanceof Statement.While;
            Walk.blocks(statement).forEach(inner -> visit(inner, turns ? statement : loop));
        }
    }

    private void visit(Statement statement, Statement loop) {
        if (statement instanceof Statement.Allocate allocate
                && ScalarReplacement.length(allocate).isPresent()) {
            lengths.put(allocate.variable(), ScalarReplacement.length(allocate).getAsInt());
        } else if (statement instanceof Statement.Declare declare
                && declare.variable().type().equals(Type.DOUBLES)) {
            declare.value().ifPresent(value -> hand(value, declare.variable(), loop));
        } else if (statement instanceof Statement.Assign assign
                && assign.variable().type().equals(Type.DOUBLES)) {
            hand(assign.value(), assign.variable(), loop);
        } else {
            spoiled.addAll(Walk.declared(statement));
            Walk.expressions(statement).forEach(this::use);
        }
    }

    private void hand(Expression value, Variable to, Statement loop) {
        if (value instanceof Expression.Read read && !to.isConstant()) {
            handed.add(new Handed(read.variable(), to, at, loop));
            lastUse.put(read.variable(), at);
        } else if (!(value instanceof Expression.Null none) || !none.isPlaceholder()) {
            spoiled.add(to);
            use(value);
        }
    }

    private void use(Expression expression) {
        Optional<Integer> index = expression instanceof Expression.Element element ? index(element) : Optional.empty();
        if (expression instanceof Expression.Read read) {
            spoiled.add(read.variable());
        } else if (array(expression).isPresent() && index.isPresent()) {
            Variable array = array(expression).get();
            lastUse.put(array, at);
            largestIndex.merge(array, index.get() < 0 ? Integer.MAX_VALUE : index.get(), Math::max);
        } else if (expression instanceof Expression.Length length && length.array() instanceof Expression.Read read) {
            lastUse.put(read.variable(), at);
        } else {
            expression.parts().forEach(this::use);
        }
    }

    /** Whether what hands a reference on is the last to use the variable it comes from, before that gets another one. */
    private boolean isLastUse(Handed step) {
        return lastUse.get(step.from()) == step.at() && loopOfDeclaration.get(step.from()) == step.loop();
    }

    /** Gives the variables of references that are handed on the lengths of their arrays, and spoils all that have to do with what is spoiled. */
    private void spread() {
        for (int before = -1; before != spoiled.size() + lengths.size(); ) {
            before = spoiled.size() + lengths.size();
            for (Handed step : handed) {
                Integer length = lengths.get(step.from());
                Integer other = length == null ? null : lengths.putIfAbsent(step.to(), length);
                if (other != null && !other.equals(length)
                        || spoiled.contains(step.from())
                        || spoiled.contains(step.to())) {
                    spoiled.add(step.from());
                    spoiled.add(step.to());
                }
            }
            lengths.forEach((variable, length) -> {
                if (largestIndex.getOrDefault(variable, 0) >= length) {
                    spoiled.add(variable);
                }
            });
        }
    }
}
