package dev.gradwright.processor.lower.object;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The variables that stand for the parts of variables whose types are taken apart. */
public final class TakenApart {

    private final Map<Variable, List<Variable>> parts = new IdentityHashMap<>();
    private final Map<Variable, Variable> wholes = new IdentityHashMap<>();

    /** The variables for the parts of one; none for one that stays whole. */
    public List<Variable> parts(Variable whole) {
        List<Variable> known = parts.get(whole);
        if (known == null) {
            known = Type.parts(whole.type()).stream()
                    .map(part -> part(whole, part))
                    .toList();
            enter(whole, known);
        }
        return known;
    }

    /** Says which variables stand for the parts of one, in the order of {@link Type#leaves}. */
    public void adopt(Variable whole, Iterator<Variable> leaves) {
        List<Variable> own = new ArrayList<>();
        for (Type.Part part : Type.parts(whole.type())) {
            if (!Type.isTakenApart(part.type())) {
                own.add(leaves.next());
            } else {
                Variable inner = part(whole, part);
                adopt(inner, leaves);
                own.add(inner);
            }
        }
        enter(whole, own);
    }

    /** The variables that hold values, in the order of {@link Type#leaves}. */
    public List<Variable> leaves(Variable whole) {
        return Type.isTakenApart(whole.type())
                ? parts(whole).stream().flatMap(part -> leaves(part).stream()).toList()
                : List.of(whole);
    }

    /** The variable of the source that a variable stands for a part of; itself if it stands for none. */
    public Variable whole(Variable variable) {
        return wholes.containsKey(variable) ? whole(wholes.get(variable)) : variable;
    }

    public Expression read(Variable variable) {
        return Type.isTakenApart(variable.type())
                ? new Expression.Bundle(
                        variable.type(),
                        parts(variable).stream().map(this::read).toList())
                : Expressions.read(variable);
    }

    private static Variable part(Variable whole, Type.Part part) {
        String name = whole.name() + part.suffix();
        if (whole.isConstant()) {
            return Variable.constant(name, part.type());
        }
        return whole.isSynthetic() ? Variable.synthetic(name, part.type()) : new Variable(name, part.type());
    }

    private void enter(Variable whole, List<Variable> own) {
        parts.put(whole, own);
        own.forEach(part -> wholes.put(part, whole));
    }
}
