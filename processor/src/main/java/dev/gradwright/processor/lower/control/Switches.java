package dev.gradwright.processor.lower.control;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import dev.gradwright.processor.lower.site.AssignedNames;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers switches to chains of choices, as one would write them with {@code if} and {@code else}: the selector is evaluated once, the
 * default comes last wherever it stands. Groups that fall through into each other form one link of the chain.
 */
public final class Switches {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Jumps jumps;
    private final SwitchLabels labels;
    private final Deque<Receiver> targets = new ArrayDeque<>();
    private Statements statements;

    /** Where the values of a switch that is an expression go; while its type is looked for, they are no more than listed. */
    private record Receiver(Optional<Variable> variable, List<Expression> values) {}

    public Switches(Site site, Body body, Expressions expressions, Jumps jumps) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.jumps = jumps;
        this.labels = new SwitchLabels(site, body, expressions);
    }

    /** Says who lowers the statements inside. */
    void within(Statements lowering) {
        this.statements = lowering;
    }

    /** What a case does, without a break at its end, which says no more than that the case ends. */
    public static List<? extends Tree> statements(CaseTree tree) {
        if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
            return List.of(tree.getBody());
        }
        List<? extends StatementTree> all = tree.getStatements();
        boolean endsInBreak =
                !all.isEmpty() && all.get(all.size() - 1) instanceof BreakTree jump && jump.getLabel() == null;
        return endsInBreak ? all.subList(0, all.size() - 1) : all;
    }

    /** A switch that is a statement. */
    void statement(SwitchTree tree) {
        jumps.enter(Exit.BREAK, body);
        write(tree.getExpression(), tree.getCases(), tree, () -> {});
        jumps.leave();
    }

    /** A switch that is an expression; its values arrive in something of a type, if one is given. */
    public Expression expression(SwitchExpressionTree tree, Optional<Type> wanted) {
        Variable chosen = Variable.synthetic("chosen", wanted.orElseGet(() -> typeOf(tree)));
        body.declare(chosen, hasYield(tree));
        write(tree, new Receiver(Optional.of(chosen), List.of()));
        return body.read(chosen);
    }

    /** {@code yield value}. */
    void give(YieldTree tree) {
        give(tree.getValue());
        jumps.jump(Exit.YIELD, body);
    }

    /** The type that a switch has by itself: that of its values. Found by lowering it once in vain. */
    private Type typeOf(SwitchExpressionTree tree) {
        Receiver listed = new Receiver(Optional.empty(), new ArrayList<>());
        body.nested(() -> write(tree, listed));
        if (listed.values().isEmpty()) {
            throw new AlreadyRefused();
        }
        return expressions.operators().common(listed.values(), Optional.empty(), tree);
    }

    private void write(SwitchExpressionTree tree, Receiver target) {
        targets.push(target);
        jumps.enter(Exit.YIELD, body);
        write(tree.getExpression(), tree.getCases(), tree, this::refuseUnknown);
        jumps.leave();
        targets.pop();
    }

    private void give(ExpressionTree tree) {
        Receiver target = targets.element();
        if (target.variable().isPresent()) {
            Variable variable = target.variable().get();
            body.assign(variable, expressions.valueAs(variable.type(), tree));
        } else {
            target.values().add(expressions.value(tree));
        }
    }

    /** A constant that the enum did not have when this was compiled. */
    private void refuseUnknown() {
        Expression none = new Expression.Null(Type.STRING);
        boolean hasMatchException = site.compiler().release() >= 21;
        body.add(new Statement.Throw(
                ClassRef.of("java.lang", hasMatchException ? "MatchException" : "IncompatibleClassChangeError"),
                hasMatchException ? List.of(none, none) : List.of(),
                body.position()));
    }

    private void write(ExpressionTree selector, List<? extends CaseTree> cases, Tree tree, Runnable whenNoneMatches) {
        List<SwitchGroup> groups = SwitchGroup.of(cases);
        Expression selected = labels.selector(selector, groups);
        List<Link> links = new ArrayList<>();
        List<SwitchGroup> falling = new ArrayList<>();
        for (SwitchGroup group : groups) {
            falling.add(group);
            if (!group.fallsThrough() || group == groups.get(groups.size() - 1)) {
                links.add(new Link(List.copyOf(falling)));
                falling.clear();
            }
        }
        Optional<Link> otherwise = links.stream().filter(Link::hasDefault).findFirst();
        links.removeIf(Link::hasDefault);
        Runnable last = otherwise
                .<Runnable>map(link -> () -> fall(link, 0, Optional.empty(), selected, groups))
                .orElse(whenNoneMatches);
        chain(links, last, selected, groups, tree);
    }

    /** Groups that fall through into each other. */
    private record Link(List<SwitchGroup> groups) {

        boolean hasDefault() {
            return groups.stream().anyMatch(SwitchGroup::isDefault);
        }
    }

    private void chain(List<Link> links, Runnable otherwise, Expression selected, List<SwitchGroup> groups, Tree tree) {
        if (links.isEmpty()) {
            body.nested(otherwise).statements().forEach(body::add);
            return;
        }
        Link link = links.get(0);
        Expression condition = labels.anyOf(selected, link.groups());
        Block then = body.nested(() -> fall(link, 0, Optional.empty(), selected, groups));
        Block rest = body.nested(() -> chain(links.subList(1, links.size()), otherwise, selected, groups, tree));
        body.add(new Statement.If(condition, then, rest, site.position(tree)));
    }

    /** Writes the groups of a link from one on; all but the last only happen if control has reached them. */
    private void fall(Link link, int index, Optional<Expression> before, Expression selected, List<SwitchGroup> all) {
        SwitchGroup group = link.groups().get(index);
        if (index == link.groups().size() - 1) {
            write(group, all);
            return;
        }
        Expression own = group.isDefault() ? labels.noneOf(selected, all) : labels.anyOf(selected, List.of(group));
        Variable reached = Variable.synthetic("reached", Type.BOOLEAN);
        body.declare(
                reached,
                before.map(earlier -> SwitchLabels.either(earlier, own)).orElse(own));
        Block block = body.nested(() -> write(group, all));
        body.add(new Statement.If(new Expression.Read(reached), block, Block.EMPTY, body.position()));
        statements.guarded(
                Flow.exits(group.statements()),
                () -> fall(link, index + 1, Optional.of(new Expression.Read(reached)), selected, all));
    }

    private void write(SwitchGroup group, List<SwitchGroup> all) {
        if (group.value().isPresent()) {
            body.at(site.position(group.value().get()));
            give(group.value().get());
            return;
        }
        declareEarlier(group, all);
        statements.all(group.statements());
    }

    /** A variable of an earlier group is in scope in a later one, without a value. */
    private void declareEarlier(SwitchGroup group, List<SwitchGroup> all) {
        Set<String> assigned = AssignedNames.in(group.statements());
        for (SwitchGroup earlier : all.subList(0, all.indexOf(group))) {
            for (StatementTree tree : earlier.statements()) {
                if (tree instanceof VariableTree declaration
                        && declaration.getType() != null
                        && assigned.contains(declaration.getName().toString())) {
                    Variable variable =
                            new Variable(declaration.getName().toString(), site.typeOf(declaration.getType()));
                    body.declare(variable, true);
                    body.scope().declare(variable);
                }
            }
        }
    }

    private static boolean hasYield(SwitchExpressionTree tree) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {

            @Override
            public Void visitYield(YieldTree inner, Void nothing) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitCase(CaseTree inner, Void nothing) {
                return scan(statements(inner), nothing);
            }
        }.scan(tree.getCases(), null);
        return found[0];
    }
}
