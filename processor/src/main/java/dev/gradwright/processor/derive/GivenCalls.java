package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.GivenDerivative;
import dev.gradwright.processor.ir.GivenDerivative.Kind;
import dev.gradwright.processor.ir.GivenDerivative.Operand;
import dev.gradwright.processor.ir.GivenDerivative.Recording;
import dev.gradwright.processor.ir.GivenDerivative.Rule;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of methods whose derivatives are given by hand, in the two sweeps: forward the method, or what runs in its place, and backward
 * the reverse rule. What the rule reads is kept as the call saw it; what it writes are zeros of its own, which are then added to the
 * adjoints. So neither what happens to the arguments later nor the same array twice among them concerns the rule.
 */
final class GivenCalls {

    private final Facts facts;
    private final Duals bars;
    private final Values values;

    GivenCalls(Facts facts, Duals bars, Values values) {
        this.facts = facts;
        this.bars = bars;
        this.values = values;
    }

    void visit(Point point, Statement.CallGiven call) {
        GivenDerivative given = call.given();
        Optional<Variable> record = given.recording().map(r -> Variable.synthetic("record", r.type()));
        List<Statement> reverse = new ArrayList<>();
        if (given.reverse().isEmpty()) {
            Sweeps.add(point, () -> missing(call), reverse);
            return;
        }
        Rule rule = given.reverse().get();
        Map<Integer, Variable> shares = shares(rule, call, argument -> values.dualAt(point, argument), reverse);
        List<Expression> operands = new ArrayList<>();
        for (Operand operand : rule.operands()) {
            operands.add(operand(point, call, operand, shares, record));
        }
        if (isSecondOrder()) {
            reverse.addAll(spliced(rule, operands));
        } else {
            reverse.add(call(Optional.empty(), rule.target(), operands, Position.NOWHERE));
        }
        shares.forEach((argument, share) -> handOn(point, call.arguments().get(argument), share, reverse));
        Sweeps.add(point, () -> forward(call, record), reverse);
    }

    /** The call of the method, or of what runs in its place. */
    private List<Statement> forward(Statement.CallGiven call, Optional<Variable> record) {
        List<Statement> out = new ArrayList<>();
        if (isSecondOrder()) {
            // its tangent is made from it
            out.add(call);
        } else {
            out.addAll(primal(call, record));
        }
        if (call.result().type().isReference()) {
            Expression result = Expressions.read(call.result());
            out.add(requireNew(call));
            out.add(Loops.declare(bars.of(call.result()), new Expression.ShadowOf(result)));
        }
        return out;
    }

    /** The call of the method without any derivative, or of what runs in its place if its record is wanted. */
    static List<Statement> primal(Statement.CallGiven call, Optional<Variable> record) {
        Optional<Variable> result = Optional.of(call.result());
        if (record.isEmpty()) {
            return List.of(call(result, call.given().primal(), call.arguments(), call.position()));
        }
        Recording recording = call.given().recording().orElseThrow();
        Statement.Inactive accessor = new Statement.Inactive.InstanceMethod(recording.type(), "result");
        return List.of(
                call(record, recording.target(), call.arguments(), call.position()),
                call(result, accessor, List.of(Expressions.read(record.get())), Position.NOWHERE));
    }

    /** Requires that a result shares no memory with anything known. */
    static Statement requireNew(Statement.CallGiven call) {
        List<Expression> arguments = call.arguments().stream()
                .filter(argument ->
                        Type.isNumeric(argument.type()) && argument.type().isReference())
                .toList();
        return new Statement.RequireNew(call.given().name(), Expressions.read(call.result()), arguments);
    }

    /** A call of a method that the user has written. */
    static Statement call(
            Optional<Variable> result, Statement.Inactive target, List<Expression> arguments, Position position) {
        return new Statement.CallInactive(result, target, arguments, true, position);
    }

    /** Zeros for the shares that a rule computes, by argument; the statements that get them are added. */
    static Map<Integer, Variable> shares(
            Rule rule,
            Statement.CallGiven call,
            java.util.function.UnaryOperator<Expression> like,
            List<Statement> out) {
        Map<Integer, Variable> shares = new LinkedHashMap<>();
        for (Operand operand : rule.operands()) {
            if (operand.kind() == Kind.SHARE) {
                Expression argument = call.arguments().get(operand.argument());
                boolean isNumber = argument.type() == Type.DOUBLE;
                Variable share =
                        Variable.synthetic(name(argument) + "Share", isNumber ? Type.DOUBLES : argument.type());
                Expression shape = isNumber ? argument : like.apply(argument);
                out.add(new Statement.Allocate(share, new Allocation.Share(shares.isEmpty(), shape), Position.NOWHERE));
                shares.put(operand.argument(), share);
            }
        }
        return shares;
    }

    private Expression operand(
            Point point,
            Statement.CallGiven call,
            Operand operand,
            Map<Integer, Variable> shares,
            Optional<Variable> record) {
        Point after = new Point(point.scope(), point.index() + 1);
        Expression result = Expressions.read(call.result());
        return switch (operand.kind()) {
            case VALUE -> asSeen(point, call.arguments().get(operand.argument()));
            case SHARE -> Expressions.read(shares.get(operand.argument()));
            case RESULT -> asSeen(after, result);
            case SEED -> seed(after, call.result());
            case RECORD -> values.kept(point, record.orElseThrow(), "what the method keeps for its rule");
            case DIRECTION -> throw new IllegalStateException("a reverse rule has no directions");
        };
    }

    /** A value as it is at a point; contents are copied, since anybody may write there afterwards. */
    private Expression asSeen(Point point, Expression value) {
        return value.type().isReference()
                ? values.deepCopy(point.scope(), point.index(), value)
                : values.at(point, value);
    }

    private Expression seed(Point after, Variable result) {
        if (!facts.activity().isActive(result)) {
            throw new IllegalStateException(result + " carries no derivative");
        }
        return result.type().isReference()
                ? values.dualAt(after, Expressions.read(result))
                : Expressions.read(bars.of(result));
    }

    /** The statements of a rule itself, where their derivative is wanted. */
    private static List<Statement> spliced(Rule rule, List<Expression> operands) {
        List<Statement> out = new ArrayList<>();
        var body = rule.body().orElseThrow();
        for (int i = 0; i < operands.size(); i++) {
            out.add(Loops.declare(body.parameters().get(i).variable(), operands.get(i)));
        }
        out.addAll(body.body().statements());
        return out;
    }

    private void handOn(Point point, Expression argument, Variable share, List<Statement> reverse) {
        Expression from = Expressions.read(share);
        if (argument.type() == Type.DOUBLE) {
            new Pullback(facts, bars, values, point, reverse)
                    .through(argument, new Expression.Element(from, Expressions.literal(0)));
        } else {
            reverse.add(Entries.pairwise(from, values.dualAt(point, argument), (entry, bar) -> Loops.add(bar, entry)));
        }
    }

    /** Without a reverse rule the record already stops; what follows is for the compiler. */
    private List<Statement> missing(Statement.CallGiven call) {
        List<Statement> out = new ArrayList<>();
        out.add(new Statement.Missing(
                call.given().name() + " has a forward rule only, so it has no gradient; give it a reverse rule with"
                        + " @CustomDerivative(reverse = ...), or use the tangent",
                false,
                call.position()));
        out.addAll(primal(call, Optional.empty()));
        if (call.result().type().isReference()) {
            Expression result = Expressions.read(call.result());
            out.add(Loops.declare(bars.of(call.result()), new Expression.ShadowOf(result)));
        }
        return out;
    }

    private boolean isSecondOrder() {
        return bars.generatedSuffix().equals(Protocol.HESSIAN);
    }

    private static String name(Expression argument) {
        return ((Expression.Read) argument).variable().name();
    }
}
