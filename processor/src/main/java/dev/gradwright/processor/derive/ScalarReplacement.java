package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Gives the elements of small arrays that never leave a method, such as vectors in space, local variables of their own (scalar replacement of
 * aggregates; Muchnick, Advanced Compiler Design and Implementation, 1997, section 12.2). An array needs memory from the arena, another array for its
 * derivative, and references to both on the tape; numbers in local variables need nothing of that.
 */
public final class ScalarReplacement {

    /** Longer arrays stay arrays. */
    private static final int LONGEST = 8;

    private final SmallArrays arrays;
    private final Map<Variable, List<Variable>> elements = new IdentityHashMap<>();
    private final Set<Variable> undeclared = Collections.newSetFromMap(new IdentityHashMap<>());

    private ScalarReplacement(SmallArrays arrays) {
        this.arrays = arrays;
    }

    /** The unit without such arrays. */
    public static Unit unit(Unit unit) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        unit.methods().forEach((key, method) -> {
            SmallArrays arrays = SmallArrays.in(method);
            methods.put(
                    key,
                    arrays.isEmpty() ? method : method.withBody(new ScalarReplacement(arrays).block(method.body())));
        });
        return unit.withMethods(methods);
    }

    /** How many elements are made, if what is made is an array of numbers that is short and as long each time. */
    static OptionalInt length(Statement.Allocate allocate) {
        return allocate.allocation() instanceof Statement.Allocation.NewArray made
                        && made.type().equals(Type.DOUBLES)
                        && made.lengths().size() == 1
                        && made.lengths().get(0) instanceof Expression.Literal literal
                        && literal.value() instanceof Integer length
                        && length > 0
                        && length <= LONGEST
                ? OptionalInt.of(length)
                : OptionalInt.empty();
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            statement(statements.get(i), statements.subList(i + 1, statements.size()), out);
        }
        return new Block(out);
    }

    private void statement(Statement statement, List<Statement> following, List<Statement> out) {
        if (statement instanceof Statement.Allocate allocate && arrays.contains(allocate.variable())) {
            make(allocate, following, out);
        } else if (statement instanceof Statement.Declare declare && arrays.contains(declare.variable())) {
            List<Variable> to = elements(declare.variable());
            for (int k = 0; k < to.size(); k++) {
                out.add(new Statement.Declare(to.get(k), element(declare.value(), k), declare.position()));
            }
        } else if (statement instanceof Statement.Assign assign && arrays.contains(assign.variable())) {
            List<Variable> to = elements(assign.variable());
            for (int k = 0; k < to.size(); k++) {
                Expression from = element(Optional.of(assign.value()), k).orElseThrow();
                out.add(new Statement.Assign(to.get(k), from, assign.position()));
            }
        } else if (statement instanceof Statement.Store store
                && SmallArrays.array(store.place()).filter(arrays::contains).isPresent()) {
            Expression value = Substitution.everywhere(store.value(), this::replaced);
            Variable element = place(store);
            out.add(
                    undeclared.remove(element)
                            ? new Statement.Declare(element, Optional.of(value), store.position())
                            : new Statement.Assign(element, value, store.position()));
        } else {
            Statement inner = Substitution.blocks(statement, this::block);
            out.add(Substitution.expressions(inner, e -> Substitution.everywhere(e, this::replaced)));
        }
    }

    /** An element that a statement of the same block sets before anything uses it is declared there, and zero until then all the same. */
    private void make(Statement.Allocate allocate, List<Statement> following, List<Statement> out) {
        List<Variable> made = elements(allocate.variable());
        for (int k = 0; k < made.size(); k++) {
            if (isSetFirst(allocate.variable(), k, following)) {
                undeclared.add(made.get(k));
            } else {
                out.add(new Statement.Declare(made.get(k), Optional.of(Expressions.ZERO), allocate.position()));
            }
        }
    }

    private static boolean isSetFirst(Variable array, int index, List<Statement> following) {
        Expression element = new Expression.Element(Expressions.read(array), Expressions.literal(index));
        for (Statement statement : following) {
            if (statement instanceof Statement.Store store && store.place().equals(element)) {
                return !uses(store.value(), array, element);
            } else if (mentions(statement, array, element)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a statement uses an element of an array, or the array as a whole. */
    private static boolean mentions(Statement statement, Variable array, Expression element) {
        return Walk.expressions(statement).stream().anyMatch(expression -> uses(expression, array, element))
                || Walk.blocks(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .anyMatch(inner -> mentions(inner, array, element));
    }

    private static boolean uses(Expression expression, Variable array, Expression element) {
        return SmallArrays.array(expression).filter(other -> other == array).isPresent()
                ? expression.equals(element)
                : expression instanceof Expression.Read read && read.variable() == array
                        || expression.parts().stream().anyMatch(part -> uses(part, array, element));
    }

    private Variable place(Statement.Store store) {
        return ((Expression.Read) replaced(store.place())).variable();
    }

    private Optional<Expression> element(Optional<Expression> array, int index) {
        return array.map(value -> value instanceof Expression.Read read
                ? Expressions.read(elements(read.variable()).get(index))
                : Expressions.ZERO);
    }

    private Expression replaced(Expression part) {
        if (part instanceof Expression.Element element) {
            return SmallArrays.array(element)
                    .filter(arrays::contains)
                    .map(array -> Expressions.read(
                            elements(array).get(SmallArrays.index(element).orElseThrow())))
                    .orElse(part);
        } else if (part instanceof Expression.Length length
                && length.array() instanceof Expression.Read read
                && arrays.contains(read.variable())) {
            return Expressions.literal(arrays.length(read.variable()));
        }
        return part;
    }

    private List<Variable> elements(Variable array) {
        return elements.computeIfAbsent(array, a -> {
            List<Variable> numbers = new ArrayList<>();
            for (int i = 0; i < arrays.length(a); i++) {
                numbers.add(Variable.synthetic(a.name() + i, Type.DOUBLE));
            }
            return numbers;
        });
    }
}
