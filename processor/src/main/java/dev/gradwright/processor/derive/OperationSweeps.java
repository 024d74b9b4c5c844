package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.List;

/** Operations on contents in the two sweeps: the rule writes the reverse, the forward sweep keeps what the rule asks for. */
final class OperationSweeps {

    private final Facts facts;
    private final Duals bars;
    private final Values values;

    OperationSweeps(Facts facts, Duals bars, Values values) {
        this.facts = facts;
        this.bars = bars;
        this.values = values;
    }

    void visit(Point point, Statement.Operate operate) {
        OperationRule rule = OperationRules.of(operate.operation());
        boolean active = facts.isActive(rule, operate);
        List<Statement.Reshape> reshapes =
                OperationTangent.reshapes(rule, operate, facts.activity()::leadsToActive, bars);
        List<Statement> reverse = new ArrayList<>();
        if (active) {
            rule.adjoint(new Writer(point, operate, reverse));
        }
        for (int i = reshapes.size() - 1; i >= 0; i--) {
            reverse.add(
                    new Statement.Restore(values.dualAt(point, reshapes.get(i).matrix())));
        }
        Sweeps.add(
                point,
                () -> {
                    List<Statement> out = new ArrayList<>(reshapes);
                    out.add(Sweeps.replaced(point, operate));
                    return out;
                },
                reverse);
    }

    private final class Writer implements AdjointWriter {

        private final Point point;
        private final Statement.Operate operate;
        private final List<Statement> out;

        Writer(Point point, Statement.Operate operate, List<Statement> out) {
            this.point = point;
            this.operate = operate;
            this.out = out;
        }

        @Override
        public boolean active(int argument) {
            return facts.activity().isActive(operate.arguments().get(argument));
        }

        @Override
        public Expression before(int argument) {
            Expression original = operate.arguments().get(argument);
            if (!original.type().isReference()
                    || facts.stability().isStableBefore(original, values.method(), operate)) {
                return values.at(point, original);
            }
            return values.copy(point.scope(), point.index(), original);
        }

        @Override
        public Expression after(int argument) {
            Expression original = operate.arguments().get(argument);
            if (facts.stability().isStableAfter(original, values.method(), operate)) {
                return values.at(point, original);
            }
            return values.copy(point.scope(), point.index() + 1, original);
        }

        @Override
        public Expression bar(int argument) {
            return values.dualAt(point, operate.arguments().get(argument));
        }

        @Override
        public Expression outcome() {
            return values.at(
                    new Point(point.scope(), point.index() + 1),
                    Expressions.read(operate.result().orElseThrow()));
        }

        @Override
        public Expression seed() {
            return operate.result().map(bars::of).map(Expressions::read).orElseThrow();
        }

        @Override
        public void accumulate(int argument, Expression contribution) {
            new Pullback(facts, bars, values, point, out)
                    .through(operate.arguments().get(argument), contribution);
        }

        @Override
        public void emit(Statement statement) {
            out.add(statement);
        }

        @Override
        public Variable temporary(String name, Type type) {
            return Variable.synthetic(name, type);
        }
    }
}
