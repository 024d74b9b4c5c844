package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Callee;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A call of a generated method. A single result comes back as Java returns it; several are remembered by the callee and fetched
 * one by one.
 *
 * @param receiver the generated object, unless it is the one that calls
 * @param name the name that the generated methods of the callee are made from
 * @param method the generated method
 * @param results what the callee returns, with the variables that the caller wants it in
 */
record Invocation(Optional<Expression> receiver, String name, String method, List<Method.Result> results) {

    /** The variables of a call by the parts of what a helper returns. */
    static List<Method.Result> results(Method callee, List<Variable> variables) {
        List<Method.Result> results = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            results.add(new Method.Result(callee.results().get(i).part(), variables.get(i)));
        }
        return results;
    }

    /** The variables of a call by the parts of what a method of another class returns. */
    static List<Method.Result> results(Callee callee, List<Variable> variables) {
        List<Method.Result> results = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            results.add(new Method.Result(callee.results().get(i).part(), variables.get(i)));
        }
        return results;
    }

    /** The statements of a call that no derivative is taken of any more. */
    List<Statement> statements(List<Expression> arguments, Position position) {
        return statements(arguments, Collections.nCopies(arguments.size(), Statement.Passed.PLAIN), position);
    }

    /** The statements of the call, with what each argument is for derivatives. */
    List<Statement> statements(List<Expression> arguments, List<Statement.Passed> passed, Position position) {
        Optional<Variable> only =
                results.size() == 1 ? Optional.of(results.get(0).variable()) : Optional.empty();
        List<Statement> out = new ArrayList<>();
        out.add(new Statement.Invoke(only, receiver, method, arguments, passed, position));
        if (only.isEmpty()) {
            for (Method.Result result : results) {
                Variable variable = result.variable();
                String part = Protocol.result(name, result.part());
                out.add(Loops.declare(variable, new Expression.Remembered(receiver, part, variable.type())));
            }
        }
        return out;
    }

    /** How a callee with several results ends: it remembers them. */
    static List<Statement> remembering(String name, List<Method.Result> results) {
        if (results.size() < 2) {
            return List.of();
        }
        return results.stream()
                .<Statement>map(result -> new Statement.Remember(
                        Protocol.result(name, result.part()), new Expression.Read(result.variable())))
                .toList();
    }
}
