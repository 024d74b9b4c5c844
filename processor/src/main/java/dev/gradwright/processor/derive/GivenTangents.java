package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.GivenDerivative;
import dev.gradwright.processor.ir.GivenDerivative.Kind;
import dev.gradwright.processor.ir.GivenDerivative.Operand;
import dev.gradwright.processor.ir.GivenDerivative.Rule;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tangent of a call of a method whose derivative is given by hand: from the forward rule; for a number, where there is none, from
 * the reverse rule, whose shares for a seed of one are the gradient.
 *
 * @param dot the tangent of an argument
 * @param dots the variable that holds the tangent of one
 * @param shadow where the tangent of what a method has returned is kept
 * @param isTold whether a log may want differences in place of a forward rule that is not there
 */
record GivenTangents(
        UnaryOperator<Expression> dot, UnaryOperator<Variable> dots, UnaryOperator<Expression> shadow, boolean isTold) {

    /** The call and the tangent of its result. */
    void add(Statement.CallGiven call, List<Statement> out) {
        GivenDerivative given = call.given();
        if (given.forward().isPresent()) {
            out.addAll(GivenCalls.primal(call, Optional.empty()));
            forward(call, given.forward().get(), out);
        } else if (call.result().type() == Type.DOUBLE) {
            gradient(call, given.reverse().orElseThrow(), out);
        } else {
            missing(call, given.reverse().orElseThrow(), out);
        }
    }

    private void forward(Statement.CallGiven call, Rule rule, List<Statement> out) {
        Variable result = call.result();
        List<Expression> operands = new ArrayList<>();
        for (Operand operand : rule.operands()) {
            operands.add(
                    switch (operand.kind()) {
                        case VALUE -> call.arguments().get(operand.argument());
                        case DIRECTION -> dot.apply(call.arguments().get(operand.argument()));
                        case RESULT -> Expressions.read(result);
                        default -> throw new IllegalStateException("a forward rule has no " + operand.kind());
                    });
        }
        Variable tangent = dots.apply(result);
        if (result.type() == Type.DOUBLE) {
            out.add(GivenCalls.call(Optional.of(tangent), rule.target(), operands, Position.NOWHERE));
            return;
        }
        Variable returned = Variable.synthetic(rule.name() + "Result", result.type());
        out.add(GivenCalls.requireNew(call));
        out.add(Loops.declare(tangent, shadow.apply(Expressions.read(result))));
        out.add(GivenCalls.call(Optional.of(returned), rule.target(), operands, Position.NOWHERE));
        out.add(new Statement.Deliver(name(call, rule), Expressions.read(returned), Expressions.read(tangent)));
    }

    private void gradient(Statement.CallGiven call, Rule rule, List<Statement> out) {
        Optional<Variable> record =
                call.given().recording().map(recording -> Variable.synthetic("record", recording.type()));
        out.addAll(GivenCalls.primal(call, record));
        Map<Integer, Variable> shares = GivenCalls.shares(rule, call, argument -> argument, out);
        List<Expression> operands = new ArrayList<>();
        for (Operand operand : rule.operands()) {
            operands.add(
                    switch (operand.kind()) {
                        case VALUE -> call.arguments().get(operand.argument());
                        case SHARE -> Expressions.read(shares.get(operand.argument()));
                        case RESULT -> Expressions.read(call.result());
                        case SEED -> Expressions.ONE;
                        case RECORD -> Expressions.read(record.orElseThrow());
                        case DIRECTION -> throw new IllegalStateException("a reverse rule has no directions");
                    });
        }
        out.add(GivenCalls.call(Optional.empty(), rule.target(), operands, Position.NOWHERE));
        Variable tangent = dots.apply(call.result());
        out.add(Loops.declare(tangent, Expressions.ZERO));
        shares.forEach((argument, share) -> out.add(moved(
                tangent, Expressions.read(share), dot.apply(call.arguments().get(argument)))));
        difference(call, rule, out);
    }

    /** Adds what the result changes by as an argument moves. */
    private static Statement moved(Variable tangent, Expression share, Expression direction) {
        if (direction.type() == Type.DOUBLE) {
            Expression slope = new Expression.Element(share, Expressions.literal(0));
            return Loops.add(tangent, Expressions.times(slope, direction));
        }
        return Entries.pairwise(
                share, direction, (slope, entry) -> Loops.add(tangent, Expressions.times(slope, entry)));
    }

    private void difference(Statement.CallGiven call, Rule rule, List<Statement> out) {
        if (!isTold) {
            return;
        }
        List<Optional<Expression>> directions = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            int argument = i;
            boolean moves = rule.operands().stream()
                    .anyMatch(operand -> operand.kind() == Kind.SHARE && operand.argument() == argument);
            directions.add(moves ? Optional.of(dot.apply(call.arguments().get(i))) : Optional.empty());
        }
        GivenDerivative given = call.given();
        out.add(new Statement.Difference(
                dots.apply(call.result()), given.name(), given.primal(), call.arguments(), directions));
    }

    private void missing(Statement.CallGiven call, Rule rule, List<Statement> out) {
        out.add(new Statement.Missing(
                call.given().name() + " has a reverse rule only, so it has no tangent; give it a forward rule with"
                        + " @CustomDerivative(forward = ...), or use the gradient",
                isTold,
                call.position()));
        out.addAll(GivenCalls.primal(call, Optional.empty()));
        out.add(Loops.declare(dots.apply(call.result()), shadow.apply(Expressions.read(call.result()))));
        difference(call, rule, out);
    }

    private static String name(Statement.CallGiven call, Rule rule) {
        return rule.name() + ", the forward rule of " + call.given().name() + ",";
    }
}
