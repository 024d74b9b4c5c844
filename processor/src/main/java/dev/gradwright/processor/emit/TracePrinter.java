package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Prints what serves the search for the line where tangent and adjoint part. */
final class TracePrinter {

    private final StatementPrinter statements;
    private final LocalNames names;
    private final SourceText out;
    private final ExpressionPrinter expressions;

    TracePrinter(StatementPrinter statements, LocalNames names, SourceText out, ExpressionPrinter expressions) {
        this.statements = statements;
        this.names = names;
        this.out = out;
        this.expressions = expressions;
    }

    /** A tangent by differences. What a lambda uses must have one value, so what the method is given gets names of its own. */
    void difference(Statement.Difference s) {
        names.enter();
        out.line().add("if (tape.wantsDifferences())").open();
        List<Expression> moved = new ArrayList<>();
        List<Runnable> moves = new ArrayList<>();
        String h = names.declare(Variable.synthetic("h", Type.DOUBLE));
        for (int i = 0; i < s.arguments().size(); i++) {
            Variable at = bound("at", s.arguments().get(i));
            moved.add(Expressions.read(at));
            if (s.directions().get(i).isPresent()) {
                Variable along = bound("along", s.directions().get(i).get());
                Variable there = Variable.synthetic("moved", at.type());
                moved.set(i, Expressions.read(there));
                moves.add(() -> statements
                        .declared(there)
                        .add(" = ")
                        .add(Names.SLOPES)
                        .add(".moved(" + names.of(at) + ", " + names.of(along) + ", " + h + ")")
                        .end());
            }
        }
        assign(s, h, moves, moved);
        out.close();
        names.leave();
    }

    private void assign(Statement.Difference s, String h, List<Runnable> moves, List<Expression> moved) {
        boolean isNumber = s.tangent().type() == Type.DOUBLE;
        out.line();
        if (isNumber) {
            out.add(names.of(s.tangent())).add(" = ");
        } else {
            out.add("tape.given().deliver(")
                    .quote("the difference of " + s.name())
                    .add(", ");
        }
        out.add(Names.SLOPES)
                .add(isNumber ? ".ofNumber(" : ".of(")
                .add(h + " ->")
                .open();
        moves.forEach(Runnable::run);
        out.line().add("return ");
        statements.called(s.method(), moved);
        out.end();
        out.closeWithin()
                .add(isNumber ? ")" : "), " + names.of(s.tangent()) + ")")
                .end();
    }

    /** A new variable with a value. */
    private Variable bound(String name, Expression value) {
        Variable bound = Variable.synthetic(name, value.type());
        statements.declared(bound).add(" = ");
        expressions.print(value).end();
        return bound;
    }

    /** What a statement touches. */
    void tell(Statement.Tell s) {
        out.line().add("if (tape.transposes() != null)").open();
        out.line()
                .add("tape.transposes().")
                .add(s.isAfter() ? "after" : "before")
                .add(s.isRule() ? "Rule(" : "(");
        out.quote(s.site().file() + ":" + s.site().line())
                .add(", ")
                .quote(s.what())
                .add(")");
        for (Expression dual : s.duals()) {
            out.add(dual.type().isReference() ? ".addAll(" : ".add(");
            boolean isPlace = dual instanceof Expression.Place && dual.type() == Type.DOUBLE;
            expressions.list(isPlace ? dual.parts() : List.of(dual)).add(")");
        }
        for (Expression number : s.numbers()) {
            out.add(".add(");
            expressions.print(number).add(")");
        }
        out.add(".end()").end();
        out.close();
    }
}
