package dev.gradwright.processor.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What lowers the statements and expressions of one method. */
    record Lowering(Statements statements, Expressions expressions) {}

    /** Fills in the body and the result of a method whose signature is known. */
    Method lower(MethodTree tree, MethodSignature signature) {
        List<? extends StatementTree> trees = tree.getBody().getStatements();
        return lower(
                tree,
                trees,
                signature,
                Optional.empty(),
                (lowering, body) -> lowering.statements().all(trees));
    }

    /**
     * Fills in the body and the result.
     *
     * @param trees the statements that the body comes from
     * @param made the object that a constructor makes, which is its result
     * @param writer writes the body
     */
    Method lower(
            MethodTree tree,
            List<? extends StatementTree> trees,
            MethodSignature signature,
            Optional<Variable> made,
            BiConsumer<Lowering, Body> writer) {
        Position position = site.position(tree);
        Set<String> assigned = AssignedNames.in(tree.getBody());
        Set<Variable> variables = Stream.concat(signature.self().stream(), signature.parameters().stream())
                .map(MethodSignature.Declared::whole)
                .collect(Collectors.toSet());
        Body body = new Body(assigned, variables, position);
        Jumps jumps = new Jumps();
        Expressions expressions = new Expressions(site, fields, body, jumps, helpers);
        boolean isSingle = made.isEmpty() && returns(tree) == 1 && trees.get(trees.size() - 1) instanceof ReturnTree;
        boolean hasGuards = !isSingle && returns(tree) > 0 || hasJumps(tree);
        boolean neverReturns = made.isEmpty() && signature.result() != Type.VOID && returns(tree) == 0;
        Results results = made.map(object -> Results.ofConstructor(object, body, expressions))
                .orElseGet(() -> new Results(signature.result(), isSingle, body, expressions));
        Statements statements = new Statements(site, body, expressions, refusals, jumps, results, hasGuards);
        Block block = body.nested(() -> {
            signature.self().ifPresent(self -> {
                adopt(self, body);
                body.self(self.whole());
            });
            signature.parameters().forEach(parameter -> enter(parameter, body));
            results.start(hasGuards || neverReturns);
            jumps.enterMethod(body);
            Runnable writing = () -> writer.accept(new Lowering(statements, expressions), body);
            if (neverReturns) {
                // a flag that is not set hides from the compiler that what it is given returns nothing
                statements.guarded(Set.of(Exit.RETURN), writing);
            } else {
                writing.run();
            }
        });
        return new Method(
                signature.key(),
                signature.isStatic(),
                signature.face(),
                signature.leaves(),
                jumps.withoutIdleFlags(block),
                results.all(),
                signature.shape(),
                signature.role(),
                position);
    }

    /** Brings a parameter into scope; one that the body assigns to becomes a local copy. */
    private static void enter(MethodSignature.Declared parameter, Body body) {
        Variable variable = parameter.whole();
        adopt(parameter, body);
        if (body.isAssigned(variable.name())) {
            Variable copy = new Variable(variable.name(), variable.type());
            body.declare(copy, body.read(variable));
            body.scope().declare(copy);
        } else {
            body.scope().declare(variable);
        }
    }

    private static void adopt(MethodSignature.Declared parameter, Body body) {
        body.takenApart()
                .adopt(
                        parameter.whole(),
                        parameter.leaves().stream()
                                .map(Method.Parameter::variable)
                                .iterator());
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
