package dev.gradwright.processor.lower.control;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Refusals;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers statements. */
public final class Statements {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Refusals refusals;
    private final Jumps jumps;
    private final Results results;
    private final Switches switches;
    private final Loops loops;
    private final Throws throwing;
    private final boolean hasGuards;

    /**
     * @param hasGuards whether the method has jumps, for whose sake statements may be guarded
     */
    public Statements(
            Site site,
            Body body,
            Expressions expressions,
            Refusals refusals,
            Jumps jumps,
            Results results,
            Switches switches,
            boolean hasGuards) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.refusals = refusals;
        this.jumps = jumps;
        this.results = results;
        this.switches = switches;
        this.loops = new Loops(site, body, expressions, jumps, this);
        this.throwing = new Throws(site, body, expressions);
        this.hasGuards = hasGuards;
        switches.within(this);
    }

    /** Lowers statements one after the other; what comes after a possible jump is guarded. */
    public void all(List<? extends StatementTree> trees) {
        for (int i = 0; i < trees.size(); i++) {
            StatementTree tree = trees.get(i);
            List<? extends StatementTree> rest = trees.subList(i + 1, trees.size());
            Set<Exit> exits = Flow.exits(tree);
            if (exits.isEmpty() || rest.isEmpty()) {
                one(tree);
            } else if (tree instanceof IfTree choice && leavesOnOneSide(choice)) {
                refusals.collect(() -> divide(choice, rest));
                return;
            } else {
                one(tree);
                guarded(exits, () -> all(rest));
                return;
            }
        }
    }

    /** Lowers a statement; if it is refused, goes on behind it. */
    void one(StatementTree tree) {
        body.at(site.position(tree));
        refusals.collect(() -> dispatch(tree));
    }

    /** Lowers a statement into a block of its own. */
    Block block(StatementTree tree) {
        return body.nested(() -> {
            if (tree instanceof BlockTree inner) {
                all(inner.getStatements());
            } else {
                one(tree);
            }
        });
    }

    /** Writes code that runs only if none of the exits has been taken. */
    public void guarded(Set<Exit> exits, Runnable writer) {
        Optional<Expression> condition = jumps.noneOf(exits);
        if (condition.isEmpty()) {
            writer.run();
            return;
        }
        body.add(new Statement.If(condition.get(), body.nested(writer), Block.EMPTY, body.position()));
    }

    private void dispatch(StatementTree tree) {
        if (tree instanceof VariableTree variable) {
            declare(variable);
        } else if (tree instanceof ExpressionStatementTree statement) {
            expressions.effect(statement.getExpression());
        } else if (tree instanceof IfTree choice) {
            choose(choice);
        } else if (tree instanceof ForLoopTree loop) {
            loops.counting(loop);
        } else if (tree instanceof EnhancedForLoopTree loop) {
            loops.overElements(loop);
        } else if (tree instanceof WhileLoopTree loop) {
            loops.whileLoop(loop);
        } else if (tree instanceof DoWhileLoopTree loop) {
            loops.doLoop(loop);
        } else if (tree instanceof BlockTree inner) {
            Block block = block(inner);
            block.statements().forEach(body::add);
        } else if (tree instanceof ReturnTree end) {
            if (end.getExpression() != null) {
                results.give(end.getExpression());
            } else {
                results.requireNone();
            }
            jumps.jump(Exit.RETURN, body);
        } else if (tree instanceof BreakTree jump) {
            jumps.jump(Exit.breaking(jump.getLabel()), body);
        } else if (tree instanceof ContinueTree jump) {
            jumps.jump(Exit.continuing(jump.getLabel()), body);
        } else if (tree instanceof SwitchTree choice) {
            switches.statement(choice);
        } else if (tree instanceof YieldTree given) {
            switches.give(given);
        } else if (tree instanceof LabeledStatementTree labeled) {
            label(labeled);
        } else if (tree instanceof AssertTree claim) {
            new Checks(site, body, expressions).lower(claim);
        } else if (tree instanceof TryTree attempt) {
            attempt(attempt);
        } else if (tree instanceof ThrowTree error) {
            throwing.lower(error);
        } else if (!(tree instanceof EmptyStatementTree)) {
            throw unsupported(tree);
        }
    }

    private RuntimeException unsupported(StatementTree tree) {
        if (tree instanceof SynchronizedTree) {
            return site.refuse(
                    tree, Message.UNSUPPORTED_STATEMENT, "synchronized", "Give each thread a gradient of its own.");
        } else if (tree instanceof ClassTree) {
            return site.refuse(tree, Message.UNSUPPORTED_STATEMENT, "A local class", "Declare it outside the method.");
        }
        return site.refuse(
                tree, Message.UNSUPPORTED_STATEMENT, "This statement", "Use loops, if, assignments and method calls.");
    }

    private void declare(VariableTree tree) {
        String name = tree.getName().toString();
        boolean[] done = {false};
        try {
            // JLS 6.3: the variable is in scope in its own initializer, where reading it would be an error anyway
            boolean isInferred = tree.getType() == null
                    || tree.getType().getKind() == com.sun.source.tree.Tree.Kind.IDENTIFIER
                            && tree.getType().toString().equals("var");
            declare(tree, isInferred);
            done[0] = true;
        } finally {
            if (!done[0]) {
                body.scope().declareBroken(name);
            }
        }
    }

    private void declare(VariableTree tree, boolean isInferred) {
        if (tree.getInitializer() == null) {
            Variable variable = variable(tree, site.typeOf(tree.getType()));
            declareStatic(variable, tree);
            body.declare(variable, hasGuards);
            body.scope().declare(variable);
            return;
        }
        Expression value;
        Type type;
        if (isInferred) {
            value = expressions.value(tree.getInitializer());
            if (value instanceof Expression.Null) {
                throw site.refuse(tree.getInitializer(), Message.NULL_REFERENCE);
            }
            type = value.type();
        } else {
            Type declared = site.typeOf(tree.getType());
            value = expressions.valueAs(declared, tree.getInitializer());
            // a lambda has a type of its own, whatever the variable is declared as
            type = value.type() instanceof Type.Closure ? value.type() : declared;
        }
        Variable variable = variable(tree, type);
        if (isInferred) {
            body.staticTypes()
                    .of(tree.getInitializer())
                    .ifPresent(known -> body.staticTypes().declare(variable, known));
        } else {
            declareStatic(variable, tree);
        }
        // a number that gets other values later may carry a derivative where what a call returned does not
        boolean isOne = variable.type() != Type.DOUBLE || !body.isAssigned(variable.name());
        if (!isOne || !body.names(value, variable)) {
            body.declare(variable, value);
        }
        body.scope().declare(variable);
    }

    private void declareStatic(Variable variable, VariableTree tree) {
        if (site.isGeneric()) {
            site.mirrorOf(tree.getType()).ifPresent(type -> body.staticTypes().declare(variable, type));
        }
    }

    private Variable variable(VariableTree tree, Type type) {
        String name = tree.getName().toString();
        boolean isConstant = tree.getModifiers().getAnnotations().stream()
                .flatMap(annotation -> site.classNamed(annotation.getAnnotationType()).stream())
                .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(Annotations.CONSTANT));
        return isConstant ? Variable.constant(name, type) : new Variable(name, type);
    }

    /** {@code try} with {@code finally} alone. */
    private void attempt(TryTree tree) {
        if (!tree.getCatches().isEmpty()) {
            throw site.refuse(
                    tree.getCatches().get(0),
                    Message.UNSUPPORTED_STATEMENT,
                    "catch",
                    "Catch exceptions where the method is called, or test beforehand for what throws them.");
        } else if (!tree.getResources().isEmpty()) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_STATEMENT,
                    "try with resources",
                    "Open and close them where the method is called.");
        }
        BlockTree last = tree.getFinallyBlock();
        if (!Flow.exits(last).isEmpty() || !Flow.completes(last)) {
            throw site.refuse(last, Message.UNSUPPORTED_STATEMENT, "A jump out of finally", "Let it come to its end.");
        }
        Position position = body.position();
        Block block = block(tree.getBlock());
        body.add(new Statement.TryFinally(block, block(last), position));
    }

    /** A label belongs to the loop behind it; any other statement behind one can be left by a break alone. */
    private void label(LabeledStatementTree tree) {
        StatementTree labeled = tree.getStatement();
        while (labeled instanceof LabeledStatementTree inner) {
            labeled = inner.getStatement();
        }
        boolean isLoop = labeled instanceof ForLoopTree
                || labeled instanceof EnhancedForLoopTree
                || labeled instanceof WhileLoopTree
                || labeled instanceof DoWhileLoopTree;
        if (isLoop) {
            jumps.label(tree.getLabel());
            one(tree.getStatement());
        } else {
            jumps.enter(Exit.breaking(tree.getLabel()), body);
            one(tree.getStatement());
            jumps.leave();
        }
    }

    private void choose(IfTree tree) {
        Expression condition = expressions.valueAs(Type.BOOLEAN, tree.getCondition());
        Block then = block(tree.getThenStatement());
        Block otherwise = tree.getElseStatement() == null ? Block.EMPTY : block(tree.getElseStatement());
        body.add(new Statement.If(condition, then, otherwise, site.position(tree)));
    }

    private static boolean leavesOnOneSide(IfTree tree) {
        return !Flow.completes(tree.getThenStatement())
                || tree.getElseStatement() != null && !Flow.completes(tree.getElseStatement());
    }

    /** An if with a side that never comes to its end: what follows belongs to the other side. */
    private void divide(IfTree tree, List<? extends StatementTree> rest) {
        body.at(site.position(tree));
        Expression condition = expressions.valueAs(Type.BOOLEAN, tree.getCondition());
        Block then = side(Optional.of(tree.getThenStatement()), rest);
        Block otherwise = side(Optional.ofNullable(tree.getElseStatement()), rest);
        body.add(new Statement.If(condition, then, otherwise, site.position(tree)));
    }

    private Block side(Optional<StatementTree> tree, List<? extends StatementTree> rest) {
        return body.nested(() -> {
            tree.map(this::block).ifPresent(block -> block.statements().forEach(body::add));
            if (tree.isEmpty() || Flow.completes(tree.get())) {
                guarded(tree.map(Flow::exits).orElse(Set.of()), () -> all(rest));
            }
        });
    }
}
