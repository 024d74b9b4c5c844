package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** A method's body while it is lowered: variables in scope, the block that statements go to, the source statement they stand for. */
final class Body {

    private final Scope scope = new Scope();
    private final Deque<Code> blocks = new ArrayDeque<>();
    private final Set<String> assignedNames;
    private final Set<Variable> parameters;
    private Position position;
    private int statementDepth = 1;

    /**
     * Starts a body.
     *
     * @param assignedNames the names of local variables and parameters that the source assigns to after their declaration
     * @param parameters the method's parameters
     * @param position where the method is
     */
    Body(Set<String> assignedNames, Set<Variable> parameters, Position position) {
        this.assignedNames = assignedNames;
        this.parameters = parameters;
        this.position = position;
    }

    Scope scope() {
        return scope;
    }

    Position position() {
        return position;
    }

    /** Starts a statement. */
    void at(Position statement) {
        this.position = statement;
        this.statementDepth = scope.depth();
    }

    /** How deep the block is that the statement being lowered stands in. */
    int statementDepth() {
        return statementDepth;
    }

    /** The block that is being written. */
    Code code() {
        return blocks.element();
    }

    void add(Statement statement) {
        code().add(statement);
    }

    void declare(Variable variable, Expression value) {
        add(new Statement.Declare(variable, Optional.of(value), position));
    }

    void assign(Variable variable, Expression value) {
        add(new Statement.Assign(variable, value, position));
    }

    /** Writes a block of its own, with a scope of its own. */
    Block nested(Runnable writer) {
        Position outer = position;
        int outerDepth = statementDepth;
        blocks.push(new Code());
        scope.enter();
        try {
            writer.run();
            return code().block();
        } finally {
            scope.leave();
            blocks.pop();
            position = outer;
            statementDepth = outerDepth;
        }
    }

    /** Whether a variable is one that the user has declared in the body. */
    boolean isLocal(Variable variable) {
        return !variable.isSynthetic() && !parameters.contains(variable);
    }

    boolean isAssigned(String name) {
        return assignedNames.contains(name);
    }

    /** Whether the value of a pure expression stays the same, and is computed without failing, whatever statements come next. */
    boolean isStable(Expression expression) {
        if (expression instanceof Expression.Read read) {
            return read.variable().isSynthetic() || !isAssigned(read.variable().name());
        }
        return expression instanceof Expression.Literal
                || expression instanceof Expression.Null
                || expression instanceof Expression.ModelField
                || expression instanceof Expression.StaticField
                || expression instanceof Expression.Cast cast && isStable(cast.operand())
                || expression instanceof Expression.Unary unary && isStable(unary.operand());
    }
}
