package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A block on its way through the adjoint pass: the forward statements that have been added to it, and the reverse of each of
 * its statements. Both are put together once it is settled which values are kept.
 */
final class Scope {

    private final Scope parent;
    private final int indexInParent;
    private final boolean loopBody;
    private final Block block;
    private Supplier<Expression> turn;
    private final List<List<Statement>> before = new ArrayList<>();
    private final List<Map<Expression, Expression>> replacements = new ArrayList<>();
    private final List<Supplier<List<Statement>>> forward = new ArrayList<>();
    private final List<List<Supplier<List<Statement>>>> reverse = new ArrayList<>();
    private final List<Statement> first = new ArrayList<>();
    private final List<Statement> last = new ArrayList<>();
    private final List<Variable> adjoints = new ArrayList<>();

    Scope(Scope parent, int indexInParent, boolean loopBody, Block block) {
        this.parent = parent;
        this.indexInParent = indexInParent;
        this.loopBody = loopBody;
        this.block = block;
        for (int i = 0; i <= block.statements().size(); i++) {
            before.add(new ArrayList<>());
            replacements.add(new HashMap<>());
        }
    }

    Optional<Scope> parent() {
        return Optional.ofNullable(parent);
    }

    int indexInParent() {
        return indexInParent;
    }

    boolean isLoopBody() {
        return loopBody;
    }

    Block block() {
        return block;
    }

    /** Says how the reverse sweep knows the number of the turn, from zero, if this is the body of a loop. */
    void countTurns(Supplier<Expression> number) {
        this.turn = number;
    }

    /** The number of the turn in the reverse sweep; nothing if this is not the body of a loop. */
    Optional<Supplier<Expression>> turn() {
        return Optional.ofNullable(turn);
    }

    /** Whether this scope is the other or lies inside it. */
    boolean isWithin(Scope other) {
        return this == other || parent != null && parent.isWithin(other);
    }

    /** How many loops there are around the statements of this scope. */
    int loopDepth() {
        return (loopBody ? 1 : 0) + (parent == null ? 0 : parent.loopDepth());
    }

    /** Adds a statement to the forward sweep, before the statement at an index. */
    void addBefore(int index, Statement statement) {
        before.get(index).add(statement);
    }

    /** Adds a statement at the very beginning of the forward sweep. */
    void addFirst(Statement statement) {
        first.add(statement);
    }

    /** Adds a statement at the end of the forward sweep, before the values that are kept go on the tape. */
    void addLast(Statement statement) {
        last.add(statement);
    }

    /** Lets the statement at an index use a variable instead of computing an expression again. */
    void replace(int index, Expression expression, Variable variable) {
        replacements.get(index).put(expression, Expressions.read(variable));
    }

    /** An expression of the statement at an index, with what has been replaced. */
    Expression replaced(int index, Expression expression) {
        Map<Expression, Expression> map = replacements.get(index);
        return map.isEmpty() ? expression : Substitution.everywhere(expression, e -> map.getOrDefault(e, e));
    }

    /** Says that a variable is the adjoint of one declared in this scope. */
    void addAdjoint(Variable adjoint) {
        adjoints.add(adjoint);
    }

    /** Adds what the next statement becomes in both sweeps. */
    void add(Supplier<List<Statement>> forwardStatements, List<Supplier<List<Statement>>> reverseStatements) {
        forward.add(forwardStatements);
        reverse.add(reverseStatements);
    }

    /** Puts statements around the reverse of the statement added last, behind the comment that says which it is. */
    void surroundReverse(Statement first, Statement last) {
        List<Supplier<List<Statement>>> inner = reverse.get(reverse.size() - 1);
        reverse.set(reverse.size() - 1, List.of(() -> {
            List<Statement> out = new ArrayList<>();
            inner.forEach(statements -> out.addAll(statements.get()));
            out.add(!out.isEmpty() && out.get(0) instanceof Statement.Note ? 1 : 0, first);
            out.add(last);
            return out;
        }));
    }

    /** Whether the reverse sweep has nothing to do here; it never gets to where the forward sweep has thrown. */
    boolean hasNoReverse() {
        return !completes(block) || reverse.stream().allMatch(List::isEmpty);
    }

    /** The block of the forward sweep. */
    Block forward(Keeping keeping) {
        List<Statement> out = forwardOnly();
        if (!completes(block)) {
            return new Block(out);
        }
        out.addAll(last);
        kept(keeping).forEach(variable -> out.add(new Statement.Push(Expressions.read(variable))));
        return new Block(out);
    }

    /** The variables that go on the tape; none if there is no reverse sweep to take them off again. */
    private List<Variable> kept(Keeping keeping) {
        return hasNoReverse() ? List.of() : keeping.kept(this);
    }

    /** The block of the reverse sweep. */
    Block reverse(Keeping keeping) {
        if (!completes(block)) {
            return Block.EMPTY;
        }
        List<Statement> out = new ArrayList<>();
        List<Variable> kept = kept(keeping);
        for (int i = kept.size() - 1; i >= 0; i--) {
            out.add(new Statement.Pop(kept.get(i)));
        }
        out.addAll(keeping.recomputed(this));
        adjoints.forEach(
                adjoint -> out.add(new Statement.Declare(adjoint, Optional.of(Expressions.ZERO), Position.NOWHERE)));
        out.addAll(reverseOnly());
        return new Block(out);
    }

    /**
     * Both sweeps of the block, one after the other: what the reverse sweep needs is in scope still.
     *
     * @param isOuter whether blocks inside this one add to its adjoints before its own reverse sweep begins
     */
    Block together(boolean isOuter) {
        List<Statement> zeros = new ArrayList<>();
        adjoints.forEach(
                adjoint -> zeros.add(new Statement.Declare(adjoint, Optional.of(Expressions.ZERO), Position.NOWHERE)));
        List<Statement> out = new ArrayList<>(isOuter ? zeros : List.of());
        out.addAll(forwardOnly());
        out.addAll(isOuter ? List.of() : zeros);
        out.addAll(reverseOnly());
        return new Block(out);
    }

    private List<Statement> forwardOnly() {
        List<Statement> out = new ArrayList<>(first);
        for (int i = 0; i < forward.size(); i++) {
            out.addAll(before.get(i));
            out.addAll(forward.get(i).get());
        }
        out.addAll(before.get(forward.size()));
        return out;
    }

    private List<Statement> reverseOnly() {
        List<Statement> out = new ArrayList<>();
        for (int i = reverse.size() - 1; i >= 0; i--) {
            reverse.get(i).forEach(statements -> out.addAll(statements.get()));
        }
        return out;
    }

    /** Whether control can reach the end of a block. */
    private static boolean completes(Block block) {
        List<Statement> statements = block.statements();
        if (statements.isEmpty()) {
            return true;
        }
        Statement end = statements.get(statements.size() - 1);
        if (end instanceof Statement.TryFinally attempt) {
            return completes(attempt.body());
        }
        return !(end instanceof Statement.Throw)
                && (!(end instanceof Statement.If choice) || completes(choice.then()) || completes(choice.otherwise()));
    }
}
