package dev.gradwright.processor.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Code;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.control.Exit;
import dev.gradwright.processor.lower.control.Jumps;
import dev.gradwright.processor.lower.control.Results;
import dev.gradwright.processor.lower.control.Statements;
import dev.gradwright.processor.lower.control.Switches;
import dev.gradwright.processor.lower.declare.Fields;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.site.AssignedNames;
import dev.gradwright.processor.lower.site.Refusals;
import dev.gradwright.processor.lower.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

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

    /** What lowers one method. */
    record Lowering(Statements statements, ExpressionLowering expressions, Results results) {}

    /**
     * Where a method's body comes from.
     *
     * @param at the tree that stands for the method in messages
     * @param body the tree that holds all that is lowered
     * @param statements the statements in it
     * @param isValue whether the body is an expression, whose value is returned
     * @param made the object that a constructor makes, which is its result
     */
    record Code(
            Tree at, Tree body, List<? extends StatementTree> statements, boolean isValue, Optional<Variable> made) {

        static Code of(Tree at, Tree body, List<? extends StatementTree> statements) {
            return new Code(at, body, statements, false, Optional.empty());
        }

        static Code ofValue(Tree at, ExpressionTree value) {
            return new Code(at, value, List.of(), true, Optional.empty());
        }

        boolean endsInReturn() {
            return made.isEmpty()
                    && returns(body) == 1
                    && !statements.isEmpty()
                    && statements.get(statements.size() - 1) instanceof ReturnTree;
        }
    }

    /** Fills in the body and the result of a method whose signature is known. */
    Method lower(MethodTree tree, MethodSignature signature) {
        List<? extends StatementTree> trees = tree.getBody().getStatements();
        return lower(
                Code.of(tree, tree.getBody(), trees),
                signature,
                (lowering, body) -> lowering.statements().all(trees));
    }

    /**
     * Fills in the body and the result.
     *
     * @param writer writes the body
     */
    Method lower(Code code, MethodSignature signature, BiConsumer<Lowering, Body> writer) {
        Position position = site.position(code.at());
        Set<String> assigned = AssignedNames.in(code.body());
        Set<Variable> variables = Stream.concat(signature.self().stream(), signature.parameters().stream())
                .map(MethodSignature.Declared::whole)
                .collect(Collectors.toSet());
        Body body = new Body(assigned, variables, position);
        Jumps jumps = new Jumps();
        ExpressionLowering expressions = new ExpressionLowering(site, fields, body, jumps, helpers);
        boolean isSingle = code.isValue() || code.endsInReturn();
        boolean hasGuards = !isSingle && returns(code.body()) > 0 || hasJumps(code.body());
        boolean neverReturns = code.made().isEmpty()
                && !code.isValue()
                && signature.result() != Type.VOID
                && returns(code.body()) == 0;
        Results results = code.made()
                .map(object -> Results.ofConstructor(object, body, expressions))
                .orElseGet(() -> new Results(signature.result(), isSingle, body, expressions));
        Statements statements =
                new Statements(site, body, expressions, refusals, jumps, results, expressions.switches(), hasGuards);
        Block block = body.nested(() -> {
            signature.self().ifPresent(self -> {
                adopt(self, body);
                body.self(self.whole());
            });
            Map<String, TypeMirror> declared = declaredTypes(code.at());
            signature.parameters().forEach(parameter -> enter(parameter, body, declared));
            results.start(hasGuards || neverReturns);
            jumps.enterMethod(body);
            Runnable writing = () -> writer.accept(new Lowering(statements, expressions, results), body);
            if (neverReturns) {
                // a flag that is not set hides from the compiler that what it is given returns nothing
                statements.guarded(Set.of(Exit.RETURN), writing);
            } else {
                writing.run();
            }
        });
        return new Method(
                signature.key(),
                signature.stem(),
                signature.isStatic(),
                signature.face(),
                signature.leaves(),
                jumps.withoutIdleFlags(block),
                results.all(signature.role(), signature.leaves()),
                signature.shape(),
                signature.role(),
                position);
    }

    /** Brings a parameter into scope; one that the body assigns to becomes a local copy. */
    private static void enter(MethodSignature.Declared parameter, Body body, Map<String, TypeMirror> declared) {
        Variable variable = parameter.whole();
        TypeMirror type = declared.get(variable.name());
        adopt(parameter, body);
        if (body.isAssigned(variable.name())) {
            Variable copy = new Variable(variable.name(), variable.type());
            body.declare(copy, body.read(variable));
            body.scope().declare(copy);
            body.staticTypes().declare(copy, type);
        } else {
            body.scope().declare(variable);
            body.staticTypes().declare(variable, type);
        }
    }

    /** What the parameters of generic code are declared as. */
    private Map<String, TypeMirror> declaredTypes(Tree at) {
        Map<String, TypeMirror> declared = new HashMap<>();
        if (site.isGeneric() && at instanceof MethodTree method) {
            for (VariableTree parameter : method.getParameters()) {
                site.mirrorOf(parameter.getType())
                        .ifPresent(type -> declared.put(parameter.getName().toString(), type));
            }
        }
        return declared;
    }

    private static void adopt(MethodSignature.Declared parameter, Body body) {
        body.takenApart()
                .adopt(
                        parameter.whole(),
                        parameter.leaves().stream()
                                .map(Method.Parameter::variable)
                                .iterator());
    }

    private static int returns(Tree tree) {
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLambdaExpression(LambdaExpressionTree inner, Void nothing) {
                return null;
            }

            @Override
            public Void visitReturn(ReturnTree inner, Void nothing) {
                count[0]++;
                return null;
            }
        }.scan(tree, null);
        return count[0];
    }

    /** Whether a break or continue may leave something unassigned that comes after it; the break at the end of a case does not. */
    private static boolean hasJumps(Tree tree) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLambdaExpression(LambdaExpressionTree inner, Void nothing) {
                return null;
            }

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
        }.scan(tree, null);
        return found[0];
    }
}
