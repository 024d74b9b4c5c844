package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.object.TakenApart;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A method's body while it is lowered: variables in scope, the block that statements go to, the source statement they stand for. */
public final class Body {

    private final Scope scope = new Scope();
    private final Deque<Code> blocks = new ArrayDeque<>();
    private final Set<String> assignedNames;
    private final Set<Variable> parameters;
    private final TakenApart takenApart = new TakenApart();
    private final StaticTypes staticTypes = new StaticTypes();
    private Variable self;
    private Variable made;
    private Position position;
    private int statementDepth = 1;

    /**
     * Starts a body.
     *
     * @param assignedNames the names of local variables and parameters that the source assigns to after their declaration
     * @param parameters the method's parameters
     * @param position where the method is
     */
    public Body(Set<String> assignedNames, Set<Variable> parameters, Position position) {
        this.assignedNames = assignedNames;
        this.parameters = parameters;
        this.position = position;
    }

    public Scope scope() {
        return scope;
    }

    public Position position() {
        return position;
    }

    /** Starts a statement. */
    public void at(Position statement) {
        this.position = statement;
        this.statementDepth = scope.depth();
    }

    /** How deep the block is that the statement being lowered stands in. */
    public int statementDepth() {
        return statementDepth;
    }

    /** The block that is being written. */
    public Code code() {
        return blocks.element();
    }

    public void add(Statement statement) {
        code().add(statement);
    }

    public void declare(Variable variable, Expression value) {
        if (value instanceof Expression.Bundle bundle) {
            List<Variable> own = takenApart.parts(variable);
            for (int i = 0; i < own.size(); i++) {
                declare(own.get(i), bundle.parts().get(i));
            }
        } else {
            add(new Statement.Declare(variable, Optional.of(value), position));
        }
    }

    /** Gives what the last statement declares the name of a variable, if the value is just that; says whether it is. */
    public boolean names(Expression value, Variable variable) {
        List<Expression> values = Expression.Bundle.leaves(value);
        boolean isDeclared = value.type().equals(variable.type())
                && !values.isEmpty()
                && values.stream()
                        .allMatch(leaf -> leaf instanceof Expression.Read read
                                && read.variable().isSynthetic());
        return isDeclared
                && code().renameLast(
                                values.stream()
                                        .map(leaf -> ((Expression.Read) leaf).variable())
                                        .toList(),
                                takenApart.leaves(variable));
    }

    /** Declares a variable without a value, or with the default of its type. */
    public void declare(Variable variable, boolean needsValue) {
        for (Variable leaf : takenApart.leaves(variable)) {
            Optional<Expression> value =
                    needsValue ? Optional.of(Expressions.defaultValue(leaf.type())) : Optional.empty();
            add(new Statement.Declare(leaf, value, position));
        }
    }

    public void assign(Variable variable, Expression value) {
        List<Variable> leaves = takenApart.leaves(variable);
        List<Expression> values = Expression.Bundle.leaves(value);
        boolean readsItself = leaves.size() > 1
                && values.stream().anyMatch(e -> leaves.stream().anyMatch(leaf -> Expressions.reads(e, leaf)));
        for (int i = 0; readsItself && i < values.size(); i++) {
            // all parts change at once
            values = replaced(values, i, held(values.get(i)));
        }
        for (int i = 0; i < leaves.size(); i++) {
            add(new Statement.Assign(leaves.get(i), values.get(i), position));
        }
    }

    /** Holds a value in a variable of ours, unless nothing can change it. */
    public Expression held(Expression value) {
        if (isStable(value)) {
            return value;
        }
        Variable held = Variable.synthetic("held", value.type());
        declare(held, value);
        boolean isWhole = Type.isTakenApart(value.type()) && !(value instanceof Expression.Bundle);
        return isWhole ? new Expression.Read(held) : read(held);
    }

    /** The value of a variable; taken apart if its type is. */
    public Expression read(Variable variable) {
        return takenApart.read(variable);
    }

    /** The value of what a name in scope means; taken apart if its type is. */
    public Expression local(String name) {
        Expression meaning = scope.find(name).orElseThrow(AlreadyRefused::new);
        return meaning instanceof Expression.Read read ? read(read.variable()) : meaning;
    }

    public TakenApart takenApart() {
        return takenApart;
    }

    public StaticTypes staticTypes() {
        return staticTypes;
    }

    /** What {@code this} is in a method whose object is taken apart. */
    public Optional<Variable> self() {
        return Optional.ofNullable(self);
    }

    public void self(Variable variable) {
        self = variable;
    }

    /** Says that {@code this} is an object that is only just made, so that its components change. */
    public void makes(Variable variable) {
        self = variable;
        made = variable;
    }

    private static List<Expression> replaced(List<Expression> values, int at, Expression value) {
        List<Expression> copy = new ArrayList<>(values);
        copy.set(at, value);
        return copy;
    }

    /** Writes a block of its own, with a scope of its own. */
    public Block nested(Runnable writer) {
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
    public boolean isLocal(Variable variable) {
        return !variable.isSynthetic() && !parameters.contains(takenApart.whole(variable));
    }

    public boolean isAssigned(String name) {
        return assignedNames.contains(name);
    }

    /** Whether the value of a pure expression stays the same, and is computed without failing, whatever statements come next. */
    public boolean isStable(Expression expression) {
        if (expression instanceof Expression.Read read) {
            Variable whole = takenApart.whole(read.variable());
            return read.variable().isSynthetic() || whole != made && !isAssigned(whole.name());
        } else if (expression instanceof Expression.Bundle bundle) {
            return bundle.parts().stream().allMatch(this::isStable);
        }
        return expression instanceof Expression.Literal
                || expression instanceof Expression.Null
                || expression instanceof Expression.ModelField
                || expression instanceof Expression.StaticField
                || expression instanceof Expression.Cast cast && isStable(cast.operand())
                || expression instanceof Expression.Unary unary && isStable(unary.operand());
    }
}
