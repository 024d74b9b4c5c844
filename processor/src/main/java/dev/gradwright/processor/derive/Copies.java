package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads variables where their values are used. In {@code s += f(x)} the old value of {@code s} is read, and held, before the call; but a call
 * changes no local variable, and so the line is seen to be one that adds to {@code s}.
 */
public final class Copies {

    private final Uses uses;

    private Copies(Uses uses) {
        this.uses = uses;
    }

    /** The unit without copies of variables that hold the same values still where the copies are read. */
    public static Unit unit(Unit unit) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        unit.methods()
                .forEach((key, method) ->
                        methods.put(key, method.withBody(new Copies(new Uses(method.body())).block(method.body()))));
        return unit.withMethods(methods);
    }

    private Block block(Block block) {
        List<Statement> statements = new ArrayList<>();
        block.statements().forEach(statement -> statements.add(Substitution.blocks(statement, this::block)));
        for (int i = 0; i < statements.size(); i++) {
            OptionalInt reader = reader(statements, i);
            if (reader.isPresent()) {
                Statement.Declare copy = (Statement.Declare) statements.get(i);
                Expression original = copy.value().orElseThrow();
                Expression read = Expressions.read(copy.variable());
                statements.set(
                        reader.getAsInt(),
                        Substitution.expressions(
                                statements.get(reader.getAsInt()),
                                expression -> Substitution.everywhere(
                                        expression, part -> part.equals(read) ? original : part)));
                statements.remove(i--);
            }
        }
        return new Block(statements);
    }

    /** The only statement that reads a copy, if the original is the same there. */
    private OptionalInt reader(List<Statement> statements, int index) {
        if (!(statements.get(index) instanceof Statement.Declare copy)
                || !copy.variable().isSynthetic()
                || !(copy.value().orElse(null) instanceof Expression.Read original)
                || !original.type().equals(copy.variable().type())
                || uses.reads(copy.variable()) != 1
                || uses.writes(copy.variable()) != 1) {
            return OptionalInt.empty();
        }
        for (int i = index + 1; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (reads(statement, copy.variable())) {
                return statement instanceof Statement.While || statement instanceof Statement.For
                        ? OptionalInt.empty()
                        : OptionalInt.of(i);
            } else if (Assignments.writes(statement, original.variable())) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    private static boolean reads(Statement statement, Variable variable) {
        return Walk.expressions(statement).stream().anyMatch(expression -> Expressions.reads(expression, variable));
    }
}
