package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loop that does nothing but look for the largest or the smallest of some numbers, as in {@code largest = Math.max(largest, a[j])}.
 *
 * @param extremum the largest number so far, or the smallest
 * @param compared what a turn compares it with, without the variables that the turn has for that
 * @param takesOver whether the value after the turn has its derivative from what is compared, in the turn's own variables
 */
record RunningExtremum(Variable extremum, Expression compared, Expression takesOver) {

    /** What a loop looks for, if it does nothing else. */
    static Optional<RunningExtremum> in(Statement.For loop, Values values) {
        List<Statement> statements = loop.body().statements();
        if (loop.body().isEmpty()
                || !(statements.get(statements.size() - 1) instanceof Statement.Assign assign)
                || !(assign.value() instanceof Expression.Apply choice)
                || !isExtremum(choice)) {
            return Optional.empty();
        }
        Map<Expression, Expression> named = new HashMap<>();
        for (Statement statement : statements.subList(0, statements.size() - 1)) {
            if (!(statement instanceof Statement.Declare declare)
                    || declare.value().isEmpty()
                    || !values.isFinal(declare.variable())
                    || Expressions.reads(declare.value().get(), assign.variable())) {
                return Optional.empty();
            }
            named.put(
                    Expressions.read(declare.variable()),
                    Substitution.everywhere(declare.value().get(), part -> named.getOrDefault(part, part)));
        }
        int held = choice.arguments().indexOf(Expressions.read(assign.variable()));
        if (held < 0
                || named.containsKey(Expressions.read(assign.variable()))
                || Expressions.reads(choice.arguments().get(1 - held), assign.variable())) {
            return Optional.empty();
        }
        Expression compared = choice.arguments().get(1 - held);
        Partial share =
                ScalarRules.of(choice.function()).partials().get(1 - held).orElseThrow();
        return share.of(choice.arguments(), choice) instanceof Expression.Conditional isChosen
                ? Optional.of(new RunningExtremum(
                        assign.variable(),
                        Substitution.everywhere(compared, part -> named.getOrDefault(part, part)),
                        isChosen.condition()))
                : Optional.empty();
    }

    private static boolean isExtremum(Expression.Apply choice) {
        return List.of("max", "min").contains(choice.function().name())
                && choice.function().parameters().equals(List.of(Type.DOUBLE, Type.DOUBLE))
                && choice.function().partials().isEmpty();
    }

    /** The loop's turns with a note of the index at which one has taken over last. */
    Block noting(Statement.For loop, Variable last) {
        List<Statement> turn = new ArrayList<>(loop.body().statements());
        Statement assign = turn.get(turn.size() - 1);
        Statement note = new Statement.Assign(last, Expressions.read(loop.index()), assign.position());
        turn.add(
                turn.size() - 1, new Statement.If(takesOver, new Block(List.of(note)), Block.EMPTY, assign.position()));
        return new Block(turn);
    }

    /** What was compared in the turn that has taken over last. */
    Expression comparedAt(Statement.For loop, Variable last) {
        Expression index = Expressions.read(loop.index());
        return Substitution.everywhere(compared, part -> part.equals(index) ? Expressions.read(last) : part);
    }

    /** Whether a turn has taken over. */
    static Expression isThere(Variable last) {
        return Expressions.binary(BinaryOperator.GREATER_EQUAL, Expressions.read(last), Expressions.literal(0));
    }
}
