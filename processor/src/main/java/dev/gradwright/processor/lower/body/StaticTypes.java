package dev.gradwright.processor.lower.body;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * The types that the compiler gives to expressions, where those of their values say more: a type parameter, which is read for what it
 * stands for, and an object that holds a number, which is read as the number. Overloads are chosen by them.
 */
public final class StaticTypes {

    private final Map<Variable, TypeMirror> variables = new IdentityHashMap<>();
    private final Map<Tree, TypeMirror> expressions = new IdentityHashMap<>();

    /** Says what a variable is declared as; null where that is the type of its values. */
    public void declare(Variable variable, TypeMirror type) {
        if (type != null) {
            variables.put(variable, type);
        }
    }

    /** Says what type an expression has. */
    public void note(Tree tree, TypeMirror type) {
        expressions.put(tree, type);
    }

    public Optional<TypeMirror> of(Variable variable) {
        return Optional.ofNullable(variables.get(variable));
    }

    /** The type of an expression; empty if it is that of its value. */
    public Optional<TypeMirror> of(Tree tree) {
        return tree instanceof ParenthesizedTree parenthesized
                ? of(parenthesized.getExpression())
                : Optional.ofNullable(expressions.get(tree));
    }

    /** Whether a number is in an object, as far as the compiler knows. */
    public boolean isHeld(Tree tree, Expression value) {
        return value.type() == Type.DOUBLE
                && of(tree).filter(type -> !type.getKind().isPrimitive()).isPresent();
    }
}
