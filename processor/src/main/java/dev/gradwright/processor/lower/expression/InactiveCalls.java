package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Overloads.Choice;
import dev.gradwright.processor.rules.Lookup;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Lowers what is asked of objects and methods that no derivative flows through: it is done once, in the forward sweep. */
public final class InactiveCalls {

    private final Site site;
    private final Body body;

    public InactiveCalls(Site site, Body body) {
        this.site = site;
        this.body = body;
    }

    /** A call of a method; its receiver, if it has one, is an object that no derivative flows through. */
    public Expression method(
            Tree tree,
            Optional<Expression> receiver,
            ExecutableElement method,
            List<Expression> arguments,
            Optional<Type> wanted) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String name = method.getSimpleName().toString();
        String text = owner.getSimpleName() + "." + name;
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (!isStatic && receiver.isEmpty()) {
            throw site.refuse(tree, Message.NOT_DIFFERENTIABLE_CALL, text);
        }
        boolean isCheck = text.equals("Objects.requireNonNull");
        if (isCheck && Type.isTakenApart(arguments.get(0).type())) {
            // what is taken apart is never null
            return arguments.get(0);
        }
        requireUsable(tree, method, isStatic, arguments, text);
        boolean onlyReads = onlyReads(method)
                || Readers.contains(
                        owner.getQualifiedName().toString(),
                        name,
                        method.getReturnType().getKind() == javax.lang.model.type.TypeKind.VOID);
        List<Expression> all = new ArrayList<>(isStatic ? List.of() : List.of(receiver.orElseThrow()));
        all.addAll(arguments);
        Inactive target = isStatic
                ? new Inactive.StaticMethod(site.irTypes().name(owner), name)
                : new Inactive.InstanceMethod(receiver.orElseThrow().type(), name);
        if (isCheck) {
            call(Type.VOID, target, all, true, name);
            return arguments.get(0);
        }
        return call(resultType(tree, receiver, method, arguments, wanted, text), target, all, onlyReads, name);
    }

    /** The value of a field of an object, as it is now. */
    Expression field(Tree tree, Expression receiver, VariableElement field) {
        if (!site.isReachable(field)) {
            throw site.refuse(tree, Message.INACCESSIBLE, field.getSimpleName(), site.packageName());
        }
        Types types = site.compiler().types();
        TypeMirror owner = types.capture(site.irTypes().mirror(receiver.type()));
        Type type = plain(tree, types.asMemberOf((DeclaredType) owner, field));
        String name = field.getSimpleName().toString();
        return call(type, new Inactive.InstanceField(receiver.type(), name), List.of(receiver), false, name);
    }

    /** A new object of a class that no derivative flows through. */
    public Expression object(NewClassTree tree, TypeElement type, List<Expression> arguments, Optional<Type> wanted) {
        boolean isInner =
                type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        boolean isMade = type.getKind() == ElementKind.CLASS && !isInner || type.getKind() == ElementKind.RECORD;
        if (tree.getClassBody() != null || tree.getEnclosingExpression() != null || !isMade) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "Making an object of " + tree.getIdentifier(),
                    "Make it in the constructor and keep it in a field.");
        }
        String text = "new " + type.getSimpleName();
        List<TypeMirror> given = arguments.stream().map(site::mirror).toList();
        Choice choice = site.overloads().choose(site.members().constructors(type, site.type()), given);
        if (!(choice instanceof Choice.Chosen chosen)) {
            throw site.refuse(tree, Message.UNKNOWN_METHOD, text, "They are " + given + ".");
        }
        requireUsable(tree, chosen.method(), true, arguments, text);
        site.decideElement(tree, chosen.method());
        boolean infers = tree.getIdentifier().toString().endsWith("<>");
        if (infers && wanted.isEmpty()) {
            throw site.refuse(tree, Message.TYPE_ARGUMENTS, text);
        }
        Type made = infers ? new Type.Opaque(site.irTypes().name(type), List.of()) : site.typeOf(tree.getIdentifier());
        if (!(made instanceof Type.Opaque opaque)) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, text, "Make it in the constructor.");
        }
        Inactive target = new Inactive.NewObject(opaque, infers);
        return call(infers ? wanted.orElseThrow() : made, target, arguments, false, "made");
    }

    /** Asks for something; gives what comes back. */
    public Expression call(Type result, Inactive target, List<Expression> arguments, boolean onlyReads, String name) {
        if (result == Type.VOID) {
            body.add(new Statement.CallInactive(Optional.empty(), target, arguments, onlyReads, body.position()));
            return new Expression.Null(Type.VOID);
        }
        Variable value = Variable.synthetic(name + "Result", result);
        body.add(new Statement.CallInactive(Optional.of(value), target, arguments, onlyReads, body.position()));
        return new Expression.Read(value);
    }

    /** Whether the table says of a method that it only looks at its arguments. */
    private boolean onlyReads(ExecutableElement method) {
        ClassRef owner = site.irTypes().name((TypeElement) method.getEnclosingElement());
        String name = method.getSimpleName().toString();
        return OperationRules.find(owner, name, site.parameterTypes(method))
                        instanceof Lookup.Inactive<OperationRule> inactive
                && inactive.onlyReads();
    }

    private void requireUsable(
            Tree tree, ExecutableElement method, boolean isQualified, List<Expression> arguments, String text) {
        Types types = site.compiler().types();
        for (TypeMirror thrown : method.getThrownTypes()) {
            boolean isUnchecked = types.isSubtype(thrown, site.named("java.lang.RuntimeException"))
                    || types.isSubtype(thrown, site.named("java.lang.Error"));
            if (!isUnchecked) {
                throw site.refuse(tree, Message.CHECKED_CALL, text, thrown);
            }
        }
        // an inherited method may belong to a class that cannot be named, if the object's own class can
        boolean isVisible =
                isQualified ? site.isReachable(method) : !method.getModifiers().contains(Modifier.PRIVATE);
        if (!isVisible) {
            throw site.refuse(tree, Message.INACCESSIBLE, text, site.packageName());
        }
        if (arguments.stream().anyMatch(argument -> isActiveObject(argument.type()))) {
            throw site.refuse(tree, Message.NOT_DIFFERENTIABLE_CALL, text);
        }
    }

    private Type resultType(
            Tree tree,
            Optional<Expression> receiver,
            ExecutableElement method,
            List<Expression> arguments,
            Optional<Type> wanted,
            String text) {
        Optional<TypeMirror> result = site.inference()
                .result(
                        method,
                        receiver.map(Expression::type).map(site.irTypes()::mirror),
                        arguments.stream().map(site::mirror).toList());
        boolean isWanted = wanted.filter(type -> type instanceof Type.Opaque || type == Type.STRING)
                .isPresent();
        if (!method.getTypeParameters().isEmpty() && isWanted) {
            // what is wanted takes part in the inference, so the compiler will find it to fit
            return wanted.orElseThrow();
        }
        return plain(tree, result.orElseThrow(() -> site.refuse(tree, Message.TYPE_ARGUMENTS, text)));
    }

    /** A type of values that no derivative flows through; refuses differentiable objects, whose parameters would lose theirs. */
    private Type plain(Tree tree, TypeMirror mirror) {
        Optional<Type> known = site.irTypes().of(mirror);
        if (known.filter(Conversions::isModel).isPresent()) {
            throw site.refuse(tree, Message.OBJECT_GIVEN, mirror);
        }
        Type type = known.filter(given -> !isActiveObject(given))
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, mirror));
        site.requireNameable(type, tree);
        return type;
    }

    private static boolean isActiveObject(Type type) {
        return type instanceof Type.Model
                || Type.isTakenApart(type)
                || type instanceof Type.ArrayOf array && isActiveObject(array.element());
    }
}
