package dev.gradwright.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Cells;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.object.Composites;
import dev.gradwright.processor.lower.object.Constructors;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Lowers a constructor of a record or small class to a method that returns the new object, taken apart. */
final class ConstructorLowering {

    private final Site site;
    private final MethodLowering methods;

    ConstructorLowering(Site site, MethodLowering methods) {
        this.site = site;
        this.methods = methods;
    }

    Method lower(ExecutableElement constructor, MethodTree tree, MethodSignature signature) {
        Constructors constructors = new Constructors(site);
        List<? extends StatementTree> statements = constructors.statements(constructor);
        boolean delegates = !statements.isEmpty() && Constructors.isCall(statements.get(0), "this");
        boolean isCompact = !delegates && constructors.isCompact(constructor);
        Variable self = new Variable("made", signature.result());
        MethodLowering.Code code = new MethodLowering.Code(tree, tree.getBody(), statements, false, Optional.of(self));
        return methods.lower(code, signature, (lowering, body) -> {
            body.makes(self);
            allocate(constructor, self, body);
            if (delegates) {
                MethodInvocationTree call =
                        (MethodInvocationTree) ((ExpressionStatementTree) statements.get(0)).getExpression();
                body.assign(self, lowering.expressions().calls().creations().constructor(call, (Type.Composite)
                        self.type()));
                lowering.statements().all(statements.subList(1, statements.size()));
                return;
            }
            if (!isCompact) {
                initialize(constructor, self, lowering, body);
            }
            lowering.statements().all(statements);
            if (isCompact) {
                keepParameters(signature, self, body);
            }
        });
    }

    /** New cells for the fields that can change, and defaults for the others. */
    private void allocate(ExecutableElement constructor, Variable self, Body body) {
        List<Type.Composite.Component> components = ((Type.Composite) self.type()).components();
        List<Variable> parts = body.takenApart().parts(self);
        for (int i = 0; i < parts.size(); i++) {
            if (components.get(i).isCell()) {
                requireCell(constructor, components.get(i));
                new Cells(body).declare(parts.get(i));
            } else {
                body.declare(parts.get(i), true);
            }
        }
    }

    private void requireCell(ExecutableElement constructor, Type.Composite.Component component) {
        if (!Composites.canBeElement(component.type())) {
            ElementFilter.fieldsIn(constructor.getEnclosingElement().getEnclosedElements()).stream()
                    .filter(field -> field.getSimpleName().contentEquals(component.name()))
                    .forEach(field -> {
                        throw site.refuse(field, Message.UNSUPPORTED_TYPE, component.type());
                    });
        }
    }

    /** The values that fields are declared with. */
    private void initialize(ExecutableElement constructor, Variable self, MethodLowering.Lowering lowering, Body body) {
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        for (Tree member : site.compiler().tree(owner).getMembers()) {
            if (member instanceof BlockTree block && !block.isStatic()) {
                throw site.refuse(member, Message.UNSUPPORTED_STATEMENT, "An initializer block", "Use a constructor.");
            } else if (member instanceof VariableTree field
                    && field.getInitializer() != null
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                body.at(site.position(field));
                lowering.expressions().assignments().initialize(self, field);
            }
        }
    }

    private static void keepParameters(MethodSignature signature, Variable self, Body body) {
        List<Variable> parts = body.takenApart().parts(self);
        for (int i = 0; i < parts.size(); i++) {
            String name = signature.parameters().get(i).whole().name();
            body.assign(parts.get(i), body.local(name));
        }
    }
}
