package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.IdentityHashMap;
import java.util.Map;

/** How often each local variable of a method is read and written. A variable that only adds to itself is not read by that. */
final class Uses {

    private final Map<Variable, Integer> reads = new IdentityHashMap<>();
    private final Map<Variable, Integer> writes = new IdentityHashMap<>();

    Uses(Block body) {
        Walk.statements(body, statement -> {
            if (statement instanceof Statement.Assign assign) {
                writes.merge(assign.variable(), 1, Integer::sum);
                count(assign.value(), assign.variable());
            } else {
                Walk.declared(statement).forEach(variable -> writes.merge(variable, 1, Integer::sum));
                Walk.expressions(statement).forEach(expression -> count(expression, null));
            }
        });
    }

    int reads(Variable variable) {
        return reads.getOrDefault(variable, 0);
    }

    int writes(Variable variable) {
        return writes.getOrDefault(variable, 0);
    }

    private void count(Expression expression, Variable own) {
        if (expression instanceof Expression.Read read && read.variable() != own) {
            reads.merge(read.variable(), 1, Integer::sum);
        }
        for (Expression part : expression.parts()) {
            count(part, own);
        }
    }
}
