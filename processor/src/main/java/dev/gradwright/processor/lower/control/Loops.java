package dev.gradwright.processor.lower.control;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.Site;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lowers loops. A loop that counts an index of its own by constant steps becomes a {@code For}, which can be run backwards by
 * arithmetic; any other becomes a {@code While}.
 */
final class Loops {

    private static final Expression TRUE = new Expression.Literal(Type.BOOLEAN, true);

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Jumps jumps;
    private final Statements statements;

    Loops(Site site, Body body, Expressions expressions, Jumps jumps, Statements statements) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.jumps = jumps;
        this.statements = statements;
    }

    /** {@code for (init; condition; update) body}. */
    void counting(ForLoopTree tree) {
        boolean[] isCounted = {false};
        Block block = body.nested(() -> isCounted[0] =
                Counting.of(tree).filter(counting -> lowered(tree, counting)).isPresent());
        // what was written on the way to finding that the loop does not count is of no use
        Block loop = isCounted[0] ? block : body.nested(() -> general(tree));
        loop.statements().forEach(body::add);
    }

    /** {@code for (double x : array) body} and {@code for (String name : names) body}. */
    void overElements(EnhancedForLoopTree tree) {
        Expression elements = expressions.owner(tree.getExpression());
        if (elements.type() instanceof Type.ArrayOf type) {
            overArray(tree, elements, type);
        } else {
            Iteration iteration = new Iteration(site, expressions);
            overIterator(tree, iteration.iterator(tree.getExpression(), elements), iteration);
        }
    }

    private void overIterator(EnhancedForLoopTree tree, Expression started, Iteration iteration) {
        Expression iterator = body.isStable(started) ? started : kept(started);
        VariableTree declaration = tree.getVariable();
        Position position = body.position();
        jumps.enterLoop(body);
        Runnable turn = () -> {
            Expression next = iteration.next(tree.getExpression(), iterator);
            Variable element = new Variable(declaration.getName().toString(), elementType(declaration, next.type()));
            Expression value = expressions.conversions().to(element.type(), next, declaration);
            if (!body.names(value, element)) {
                body.declare(element, value);
            }
            body.scope().declare(element);
            iteration(tree.getStatement());
        };
        whileLoop(() -> iteration.hasNext(tree.getExpression(), iterator), exits(tree.getStatement()), turn, position);
        jumps.leave();
    }

    private void overArray(EnhancedForLoopTree tree, Expression array, Type.ArrayOf type) {
        boolean isHeld = Bundles.heldArray(array).isPresent();
        Expression source = body.isStable(array) ? array : isHeld ? body.held(array) : kept(array);
        VariableTree declaration = tree.getVariable();
        Variable element = new Variable(declaration.getName().toString(), elementType(declaration, type.element()));
        Variable index = Variable.synthetic("i", Type.INT);
        Position position = body.position();
        jumps.enterLoop(body);
        Block iteration = body.nested(() -> {
            Expression read = Bundles.element(source, new Expression.Read(index));
            expressions.requireApart(read, tree.getExpression());
            body.declare(element, expressions.conversions().to(element.type(), read, declaration));
            body.scope().declare(element);
            if (site.isGeneric() && declaration.getType() != null) {
                site.mirrorOf(declaration.getType())
                        .ifPresent(declared -> body.staticTypes().declare(element, declared));
            }
            iteration(tree.getStatement());
        });
        Expression more = new Expression.Binary(
                Type.BOOLEAN,
                BinaryOperator.LESS,
                new Expression.Read(index),
                new Expression.Length(Expression.Bundle.leaves(source).get(0)));
        Expression condition = withGuard(exits(tree.getStatement()), more);
        body.add(new Statement.For(index, new Expression.Literal(Type.INT, 0), condition, 1, iteration, position));
        jumps.leave();
    }

    /** {@code while (condition) body}. */
    void whileLoop(WhileLoopTree tree) {
        Position position = body.position();
        jumps.enterLoop(body);
        whileLoop(
                () -> condition(tree.getCondition()),
                exits(tree.getStatement()),
                () -> iteration(tree.getStatement()),
                position);
        jumps.leave();
    }

    /** {@code do body while (condition)}. */
    void doLoop(DoWhileLoopTree tree) {
        Position position = body.position();
        Variable again = Variable.synthetic("again", Type.BOOLEAN);
        body.declare(again, TRUE);
        jumps.enterLoop(body);
        Set<Exit> exits = exits(tree.getStatement());
        Block iteration = body.nested(() -> {
            iteration(tree.getStatement());
            body.at(position);
            statements.guarded(exits, () -> body.assign(again, expressions.valueAs(Type.BOOLEAN, tree.getCondition())));
        });
        body.add(new Statement.While(withGuard(exits, new Expression.Read(again)), iteration, position));
        jumps.leave();
    }

    /** Lowers to {@code For}; does nothing if the condition has effects. */
    private boolean lowered(ForLoopTree tree, Counting counting) {
        Position position = body.position();
        VariableTree declaration = counting.index();
        Type type = site.typeOf(declaration.getType());
        if (!type.isIntegral()) {
            return false;
        }
        Variable index = new Variable(declaration.getName().toString(), type);
        Expression start = expressions.valueAs(type, declaration.getInitializer());
        body.scope().declare(index);
        Block[] effects = new Block[1];
        Expression[] condition = {TRUE};
        effects[0] = body.nested(() -> condition[0] = condition(tree.getCondition()));
        if (!effects[0].isEmpty()) {
            return false;
        }
        jumps.enterLoop(body);
        Block iteration = body.nested(() -> iteration(tree.getStatement()));
        Expression guarded = withGuard(exits(tree.getStatement()), condition[0]);
        body.add(new Statement.For(index, start, guarded, counting.step(), iteration, position));
        jumps.leave();
        return true;
    }

    private void general(ForLoopTree tree) {
        Position position = body.position();
        tree.getInitializer().forEach(statements::one);
        body.at(position);
        jumps.enterLoop(body);
        Set<Exit> exits = exits(tree.getStatement());
        Runnable iteration = () -> {
            iteration(tree.getStatement());
            statements.guarded(exits, () -> tree.getUpdate().forEach(statements::one));
        };
        whileLoop(() -> condition(tree.getCondition()), exits, iteration, position);
        jumps.leave();
    }

    private Expression condition(ExpressionTree tree) {
        return tree == null ? TRUE : expressions.valueAs(Type.BOOLEAN, tree);
    }

    private void whileLoop(Supplier<Expression> test, Set<Exit> exits, Runnable iteration, Position position) {
        Expression[] condition = {TRUE};
        Block effects = body.nested(() -> condition[0] = test.get());
        if (effects.isEmpty()) {
            Block block = body.nested(iteration);
            body.add(new Statement.While(withGuard(exits, condition[0]), block, position));
            return;
        }
        Variable again = Variable.synthetic("again", Type.BOOLEAN);
        body.declare(again, TRUE);
        Block block = body.nested(() -> {
            effects.statements().forEach(body::add);
            body.assign(again, condition[0]);
            Block rest = body.nested(iteration);
            body.add(new Statement.If(new Expression.Read(again), rest, Block.EMPTY, position));
        });
        body.add(new Statement.While(withGuard(exits, new Expression.Read(again)), block, position));
    }

    /** One iteration: in a scope of its own, behind which a continue goes on. */
    private void iteration(StatementTree tree) {
        jumps.enterIteration(body);
        statements.block(tree).statements().forEach(body::add);
    }

    /** How the innermost loop can be left from inside. */
    private Set<Exit> exits(StatementTree tree) {
        return jumps.leaving(Flow.exits(tree));
    }

    /** A loop that nothing leaves but an exception keeps a flag, because the compiler would find what follows unreachable. */
    private Expression withGuard(Set<Exit> exits, Expression condition) {
        boolean isEndless = exits.isEmpty() && condition.equals(TRUE);
        return jumps.noneOf(isEndless ? Set.of(Exit.BREAK) : exits)
                .map(guard -> condition.equals(TRUE) ? guard : Jumps.both(guard, condition))
                .orElse(condition);
    }

    private Expression kept(Expression array) {
        Variable kept = Variable.synthetic("values", array.type());
        if (!body.names(array, kept)) {
            body.declare(kept, array);
        }
        return body.read(kept);
    }

    private Type elementType(VariableTree declaration, Type element) {
        boolean isInferred = declaration.getType() == null
                || declaration.getType().toString().equals("var");
        return isInferred ? element : site.typeOf(declaration.getType());
    }
}
