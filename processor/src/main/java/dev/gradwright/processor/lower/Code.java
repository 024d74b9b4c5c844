package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of a block while it is written. */
final class Code {

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
    void forget(Expression value) {
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

    /** Gives what the last statement declares the name of the user's variable, if the value is just that. */
    boolean renameLast(Expression value, Variable variable) {
        if (statements.isEmpty()
                || !(value instanceof Expression.Read read)
                || !read.variable().isSynthetic()) {
            return false;
        }
        int last = statements.size() - 1;
        Optional<Statement> renamed = renamed(statements.get(last), read.variable(), variable);
        renamed.ifPresent(statement -> statements.set(last, statement));
        return renamed.isPresent();
    }

    private static Optional<Statement> renamed(Statement statement, Variable from, Variable to) {
        if (!from.type().equals(to.type())) {
            return Optional.empty();
        }
        if (statement instanceof Statement.Allocate s && s.variable() == from) {
            return Optional.of(new Statement.Allocate(to, s.allocation(), s.position()));
        } else if (statement instanceof Statement.Operate s && s.result().equals(Optional.of(from))) {
            return Optional.of(new Statement.Operate(Optional.of(to), s.operation(), s.arguments(), s.position()));
        } else if (statement instanceof Statement.CallHelper s && s.results().equals(List.of(from))) {
            return Optional.of(new Statement.CallHelper(List.of(to), s.callee(), s.arguments(), s.position()));
        } else if (statement instanceof Statement.CallModel s && s.results().equals(List.of(from))) {
            return Optional.of(
                    new Statement.CallModel(List.of(to), s.receiver(), s.callee(), s.arguments(), s.position()));
        } else if (statement instanceof Statement.CallInactive s && s.result().equals(Optional.of(from))) {
            return Optional.of(new Statement.CallInactive(
                    Optional.of(to), s.target(), s.arguments(), s.onlyReads(), s.position()));
        }
        return Optional.empty();
    }
}
