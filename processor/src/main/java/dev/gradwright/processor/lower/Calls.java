package dev.gradwright.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.resolve.Annotations;
import dev.gradwright.processor.resolve.Overloads.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Lowers calls: finds the method, then hands it to who knows its kind. */
final class Calls {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Helpers helpers;
    private final LibraryCalls libraryCalls;
    private final MatrixMethods matrixMethods;
    private final ModelCalls modelCalls;
    private final GivenFunctions givenFunctions;
    private final Fields fields;

    Calls(Site site, Fields fields, Body body, Expressions expressions, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.helpers = helpers;
        this.libraryCalls = new LibraryCalls(site, body, expressions);
        this.matrixMethods = new MatrixMethods(site, expressions, libraryCalls);
        this.modelCalls = new ModelCalls(site, body, expressions);
        this.givenFunctions = new GivenFunctions(site, expressions);
        this.fields = fields;
    }

    /** Lowers a call; the value has type void if the method returns nothing. */
    Expression call(MethodInvocationTree tree) {
        if (!tree.getTypeArguments().isEmpty()) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "A call with type arguments", "Leave them out.");
        }
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            return unqualified(tree, name.getName().toString());
        }
        return qualified(tree, (MemberSelectTree) tree.getMethodSelect());
    }

    private Expression unqualified(MethodInvocationTree tree, String name) {
        // the innermost class that has a method of the name is searched, whatever its parameters (JLS 15.12.1)
        for (Element outer = site.type(); outer instanceof TypeElement type; outer = outer.getEnclosingElement()) {
            List<ExecutableElement> methods = site.members().methods(type, name, site.type());
            if (!methods.isEmpty()) {
                return resolved(tree, Optional.empty(), methods, name);
            }
        }
        List<ExecutableElement> imported = site.names().staticOwners(name).stream()
                .flatMap(owner -> site.members().methods(owner, name, site.type()).stream())
                .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                .distinct()
                .toList();
        if (imported.isEmpty()) {
            throw site.refuse(tree, Message.UNKNOWN_NAME, name, "There is no such method in this class.");
        }
        return resolved(tree, Optional.empty(), imported, name);
    }

    private Expression qualified(MethodInvocationTree tree, MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        ExpressionTree prefix = select.getExpression();
        if (VariableNames.isThis(prefix) || VariableNames.isSuper(prefix)) {
            return resolved(tree, Optional.empty(), site.members().methods(site.type(), name, site.type()), name);
        }
        Optional<TypeElement> owner = expressions.variableNames().typePrefix(prefix);
        if (owner.isPresent()) {
            return resolved(tree, Optional.empty(), site.members().methods(owner.get(), name, site.type()), name);
        }
        Operands operands = new Operands(body);
        Expression receiver = operands.add(() -> expressions.value(prefix));
        if (receiver.type() instanceof Type.ArrayOf
                && name.equals("clone")
                && tree.getArguments().isEmpty()) {
            return expressions.allocations().copy(receiver, tree);
        } else if (receiver.type() instanceof Type.Matrix || receiver.type() instanceof Type.Model) {
            TypeElement type = site.compiler()
                    .elements()
                    .getTypeElement(
                            receiver.type() instanceof Type.Model model
                                    ? model.name().canonicalName()
                                    : LibraryCalls.MATRIX.canonicalName());
            return resolved(tree, Optional.of(operands), site.members().methods(type, name, site.type()), name);
        }
        throw site.refuse(tree, Message.NOT_DIFFERENTIABLE_CALL, receiver.type() + "." + name);
    }

    private Expression resolved(
            MethodInvocationTree tree, Optional<Operands> receiver, List<ExecutableElement> candidates, String name) {
        Operands operands = receiver.orElseGet(() -> new Operands(body));
        int first = receiver.isPresent() ? 1 : 0;
        for (ExpressionTree argument : tree.getArguments()) {
            operands.add(() -> expressions.value(argument));
        }
        List<Expression> arguments =
                operands.all().subList(first, operands.all().size());
        ExecutableElement method = choose(tree, candidates, arguments, name);
        site.decideElement(tree, method);
        Optional<Expression> target = receiver.map(all -> all.get(0));
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (target.isPresent() && target.get().type() instanceof Type.Matrix) {
            return matrixMethods.call(tree, target.get(), method, arguments);
        } else if (Annotations.has(method, Annotations.PARTIAL_DERIVATIVES)) {
            return givenFunctions.call(tree, method, arguments);
        } else if (target.isPresent()) {
            return modelCalls.call(tree, target, method, arguments);
        } else if (owner.equals(site.type())) {
            return own(tree, method, arguments);
        } else if (Annotations.isDifferentiable(method)) {
            boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
            Optional<Expression> self = isStatic ? Optional.empty() : Optional.of(inherited(tree, method, owner));
            return modelCalls.call(tree, self, method, arguments);
        }
        return libraryCalls.call(tree, method, arguments);
    }

    /** The object itself as the superclass sees it that declares a method. */
    private Expression inherited(Tree tree, ExecutableElement method, TypeElement owner) {
        if (!site.compiler().types().isSubtype(site.type().asType(), owner.asType())) {
            throw site.refuse(tree, Message.OUTER_FIELD, method.getSimpleName(), owner.getSimpleName());
        }
        return fields.superModel(owner);
    }

    private ExecutableElement choose(
            Tree tree, List<ExecutableElement> candidates, List<Expression> arguments, String name) {
        List<TypeMirror> types = new ArrayList<>();
        for (Expression argument : arguments) {
            types.add(
                    argument instanceof Expression.Null
                            ? site.compiler().types().getNullType()
                            : site.irTypes().mirror(argument.type()));
        }
        Choice choice = site.overloads().choose(candidates, types);
        if (choice instanceof Choice.Chosen chosen) {
            return chosen.method();
        } else if (choice instanceof Choice.Ambiguous) {
            throw site.refuse(tree, Message.AMBIGUOUS_METHOD, name);
        }
        String given = arguments.stream()
                .map(argument -> argument.type().toString())
                .toList()
                .toString();
        throw site.refuse(
                tree,
                Message.UNKNOWN_METHOD,
                name,
                "They are " + given + "; a variable number of arguments is not supported.");
    }

    /** A call of a method of the class that is read. */
    private Expression own(MethodInvocationTree tree, ExecutableElement method, List<Expression> arguments) {
        Method.Key key = helpers.need(method);
        List<Expression> converted = expressions.conversions().all(key.parameters(), arguments, tree);
        Type type = site.irTypes()
                .of(method.getReturnType())
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, method.getReturnType()));
        if (type == Type.VOID) {
            body.add(new Statement.CallHelper(List.of(), key, converted, body.position()));
            return new Expression.Null(Type.VOID);
        }
        Variable result = Variable.synthetic(key.name() + "Result", type);
        body.add(new Statement.CallHelper(List.of(result), key, converted, body.position()));
        return new Expression.Read(result);
    }
}
