package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.object.Bundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operands of an expression in Java's order of evaluation (JLS 15.7). Lowering one may write statements; the values of those
 * before it are then put into variables first, so that they are the values from before the effect.
 */
public final class Operands {

    private final Body body;
    private final List<Expression> values = new ArrayList<>();

    public Operands(Body body) {
        this.body = body;
    }

    /** Evaluates the next operand. */
    public Expression add(Supplier<Expression> operand) {
        Code code = body.code();
        int before = code.size();
        Expression value = operand.get();
        if (code.size() > before) {
            keepValues(code, before);
        }
        values.add(value);
        return value;
    }

    public int size() {
        return values.size();
    }

    public Expression get(int index) {
        return values.get(index);
    }

    public List<Expression> all() {
        return List.copyOf(values);
    }

    /** Keeps the parts of a value one by one, for an array of records in it has none. */
    private Expression kept(Expression value, List<Statement> keeping) {
        if (value instanceof Expression.Bundle bundle) {
            return new Expression.Bundle(
                    bundle.type(),
                    bundle.parts().stream().map(part -> kept(part, keeping)).toList());
        }
        Variable kept = Variable.synthetic("kept", value.type());
        keeping.add(new Statement.Declare(kept, Optional.of(value), body.position()));
        return new Expression.Read(kept);
    }

    private void keepValues(Code code, int at) {
        int next = at;
        for (int i = 0; i < values.size(); i++) {
            Expression value = values.get(i);
            if (!body.isStable(value) && Bundles.heldArray(value).isPresent()) {
                List<Statement> keeping = new ArrayList<>();
                values.set(i, kept(value, keeping));
                for (Statement statement : keeping) {
                    code.insert(next++, statement);
                }
            } else if (!body.isStable(value)) {
                Variable kept = Variable.synthetic("kept", value.type());
                List<Expression> leaves = Expression.Bundle.leaves(value);
                List<Variable> variables = body.takenApart().leaves(kept);
                for (int j = 0; j < leaves.size(); j++) {
                    Optional<Expression> leaf = Optional.of(leaves.get(j));
                    code.insert(next++, new Statement.Declare(variables.get(j), leaf, body.position()));
                }
                values.set(i, body.read(kept));
            }
        }
    }
}
