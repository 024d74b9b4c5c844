package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of a block while it is written. */
public final class Code {

    private final List<Statement> statements = new ArrayList<>();

    int size() {
        return statements.size();
    }

    void add(Statement statement) {
        statements.add(statement);
    }

    void insert(int at, Statement statement) {
        statements.add(at, statement);
    }

    /** Asks for no result of the last statement, if it is one that only calls for a value which nobody wants. */
    public void forget(Expression value) {
        int last = statements.size() - 1;
        if (last >= 0
                && value instanceof Expression.Read read
                && statements.get(last) instanceof Statement.CallInactive s
                && s.result().equals(Optional.of(read.variable()))
                && !(s.target() instanceof Statement.Inactive.InstanceField)) {
            statements.set(
                    last,
                    new Statement.CallInactive(
                            Optional.empty(), s.target(), s.arguments(), s.onlyReads(), s.position()));
        }
    }

    Block block() {
        return new Block(statements);
    }

    /** Lets the last statement declare other variables, if it declares just these. */
    boolean renameLast(List<Variable> from, List<Variable> to) {
        if (statements.isEmpty()) {
            return false;
        }
        int last = statements.size() - 1;
        Optional<Statement> renamed = renamed(statements.get(last), from, to);
        renamed.ifPresent(statement -> statements.set(last, statement));
        return renamed.isPresent();
    }

    private static Optional<Statement> renamed(Statement statement, List<Variable> from, List<Variable> to) {
        if (statement instanceof Statement.CallHelper s && s.results().equals(from)) {
            return Optional.of(new Statement.CallHelper(to, s.callee(), s.arguments(), s.position()));
        } else if (statement instanceof Statement.CallModel s && s.results().equals(from)) {
            return Optional.of(new Statement.CallModel(to, s.receiver(), s.callee(), s.arguments(), s.position()));
        }
        return from.size() == 1 ? renamed(statement, from.get(0), to.get(0)) : Optional.empty();
    }

    private static Optional<Statement> renamed(Statement statement, Variable from, Variable to) {
        if (statement instanceof Statement.Allocate s && s.variable() == from) {
            return Optional.of(new Statement.Allocate(to, s.allocation(), s.position()));
        } else if (statement instanceof Statement.Operate s && s.result().equals(Optional.of(from))) {
            return Optional.of(new Statement.Operate(Optional.of(to), s.operation(), s.arguments(), s.position()));
        } else if (statement instanceof Statement.CallInactive s && s.result().equals(Optional.of(from))) {
            return Optional.of(new Statement.CallInactive(
                    Optional.of(to), s.target(), s.arguments(), s.onlyReads(), s.position()));
        }
        return Optional.empty();
    }
}
