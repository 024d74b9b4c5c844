package dev.gradwright.processor.lower.object;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.lower.site.AssignedNames;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What the constructors of records and small classes do, read off their trees (JLS 8.10.4). */
public final class Constructors {

    private final Site site;

    public Constructors(Site site) {
        this.site = site;
    }

    /** The statements of a constructor, without the call of the superclass's. */
    public List<? extends StatementTree> statements(ExecutableElement constructor) {
        MethodTree tree = site.compiler().tree(constructor);
        return tree == null || tree.getBody() == null
                ? List.of()
                : tree.getBody().getStatements().stream()
                        .filter(statement -> !isCall(statement, "super"))
                        .toList();
    }

    /** Whether a constructor of a record takes its components and keeps them as they are, without a word. */
    public boolean isPlain(ExecutableElement constructor) {
        return isCanonical(constructor) && statements(constructor).isEmpty();
    }

    /** Whether the parameters of a constructor of a record are its components. */
    boolean isCanonical(ExecutableElement constructor) {
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        List<String> components = owner.getRecordComponents().stream()
                .map(component -> component.asType().toString())
                .toList();
        return owner.getKind() == ElementKind.RECORD
                && constructor.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .toList()
                        .equals(components);
    }

    /** Whether a canonical constructor is compact: the components get what the parameters are in the end. */
    public boolean isCompact(ExecutableElement constructor) {
        return isCanonical(constructor) && !assignsFields(constructor);
    }

    /** Whether some constructor of a record may make components of its arguments that are others. */
    boolean changesArguments(TypeElement record) {
        return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
                .filter(this::isCanonical)
                .anyMatch(constructor -> assignsFields(constructor) || assignsParameters(constructor));
    }

    /** Whether a statement calls another constructor: {@code this(...)} or {@code super(...)}. */
    public static boolean isCall(StatementTree statement, String name) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof IdentifierTree target
                && target.getName().contentEquals(name);
    }

    private boolean assignsParameters(ExecutableElement constructor) {
        MethodTree tree = site.compiler().tree(constructor);
        Set<String> names = constructor.getParameters().stream()
                .map(Element::getSimpleName)
                .map(Object::toString)
                .collect(Collectors.toSet());
        return tree != null
                && tree.getBody() != null
                && AssignedNames.in(tree.getBody()).stream().anyMatch(names::contains);
    }

    private boolean assignsFields(ExecutableElement constructor) {
        boolean[] found = {false};
        TreeScanner<Void, Void> scanner = new TreeScanner<>() {
            @Override
            public Void visitAssignment(AssignmentTree tree, Void nothing) {
                Tree target = tree.getVariable();
                found[0] |= target instanceof MemberSelectTree select && Site.isThis(select.getExpression());
                return super.visitAssignment(tree, nothing);
            }
        };
        scanner.scan(statements(constructor), null);
        return found[0];
    }
}
