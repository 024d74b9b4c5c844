package dev.gradwright.processor.lower.control;

import com.sun.source.tree.AssertTree;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Optional;

/** Lowers {@code assert}. One that makes calls asks first whether assertions are enabled, as the compiler's own code does. */
final class Checks {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    Checks(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    void lower(AssertTree tree) {
        Expression[] values = new Expression[2];
        Block test = body.nested(() -> values[0] = expressions.valueAs(Type.BOOLEAN, tree.getCondition()));
        Block describing =
                body.nested(() -> values[1] = tree.getDetail() == null ? null : expressions.value(tree.getDetail()));
        Optional<Expression> detail = Optional.ofNullable(values[1]);
        if (test.isEmpty() && describing.isEmpty()) {
            body.add(new Statement.Assert(values[0], detail, body.position()));
            return;
        }
        Inactive enabled = new Inactive.Assertions(site.irTypes().name(site.type()));
        Expression isEnabled = expressions.inactiveCalls().call(Type.BOOLEAN, enabled, List.of(), true, "assertions");
        Block failing = body.nested(() -> {
            describing.statements().forEach(body::add);
            body.add(new Statement.Throw(
                    ClassRef.of("java.lang", "AssertionError"), detail.stream().toList(), body.position()));
        });
        Block checking = body.nested(() -> {
            test.statements().forEach(body::add);
            Expression fails = new Expression.Unary(UnaryOperator.NOT, values[0]);
            body.add(new Statement.If(fails, failing, Block.EMPTY, body.position()));
        });
        body.add(new Statement.If(isEnabled, checking, Block.EMPTY, body.position()));
    }
}
