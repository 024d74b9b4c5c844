package dev.gradwright.processor.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lowers a method's body. */
final class MethodLowering {

    private final Site site;
    private final Fields fields;
    private final Helpers helpers;
    private final Refusals refusals;

    MethodLowering(Site site, Fields fields, Helpers helpers, Refusals refusals) {
        this.site = site;
        this.fields = fields;
        this.helpers = helpers;
        this.refusals = refusals;
    }

    /** Fills in the body and the result of a method whose signature is known. */
    Method lower(MethodTree tree, MethodSignature signature) {
        Position position = site.position(tree);
        Set<String> assigned = AssignedNames.in(tree.getBody());
        Set<Variable> variables =
                signature.parameters().stream().map(Method.Parameter::variable).collect(Collectors.toSet());
        Body body = new Body(assigned, variables, position);
        Jumps jumps = new Jumps();
        Expressions expressions = new Expressions(site, fields, body, jumps, helpers);
        List<? extends StatementTree> trees = tree.getBody().getStatements();
        boolean isSingle = returns(tree) == 1 && trees.get(trees.size() - 1) instanceof ReturnTree;
        boolean hasGuards = !isSingle && returns(tree) > 0 || hasJumps(tree);
        boolean neverReturns = signature.result() != Type.VOID && returns(tree) == 0;
        Results results = new Results(signature.result(), isSingle, body, expressions);
        Statements statements = new Statements(site, body, expressions, refusals, jumps, results, hasGuards);
        List<Method.Parameter> parameters = new ArrayList<>();
        Block block = body.nested(() -> {
            signature.parameters().forEach(parameter -> parameters.add(enter(parameter, body)));
            results.start(hasGuards || neverReturns);
            jumps.enterMethod(body);
            if (neverReturns) {
                // a flag that is not set hides from the compiler that what it is given returns nothing
                statements.guarded(Set.of(Exit.RETURN), () -> statements.all(trees));
            } else {
                statements.all(trees);
            }
        });
        return new Method(
                signature.key(),
                signature.isStatic(),
                parameters,
                jumps.withoutIdleFlags(block),
                results.all(),
                signature.shape(),
                signature.role(),
                position);
    }

    /** Brings a parameter into scope; one that the body assigns to becomes a local copy. */
    private static Method.Parameter enter(Method.Parameter parameter, Body body) {
        Variable variable = parameter.variable();
        if (body.isAssigned(variable.name())) {
            Variable copy = new Variable(variable.name(), variable.type());
            body.declare(copy, new Expression.Read(variable));
            body.scope().declare(copy);
        } else {
            body.scope().declare(variable);
        }
        return parameter;
    }

    private static int returns(MethodTree tree) {
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree inner, Void nothing) {
                count[0]++;
                return null;
            }
        }.scan(tree.getBody(), null);
        return count[0];
    }

    /** Whether a break or continue may leave something unassigned that comes after it; the break at the end of a case does not. */
    private static boolean hasJumps(MethodTree tree) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBreak(BreakTree inner, Void nothing) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitContinue(ContinueTree inner, Void nothing) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitCase(CaseTree inner, Void nothing) {
                return scan(Switches.statements(inner), nothing);
            }
        }.scan(tree.getBody(), null);
        return found[0];
    }
}
