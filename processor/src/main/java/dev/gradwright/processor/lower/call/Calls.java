package dev.gradwright.processor.lower.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.declare.Fields;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.given.GivenFunctions;
import dev.gradwright.processor.lower.given.RuleTargets;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import dev.gradwright.processor.resolve.Overloads.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Lowers calls: finds the method, then hands it to who knows its kind. */
public final class Calls {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final LibraryCalls libraryCalls;
    private final MatrixMethods matrixMethods;
    private final ModelCalls modelCalls;
    private final GivenFunctions givenFunctions;
    private final RuleTargets ruleTargets;
    private final Fields fields;
    private final HelperCalls helperCalls;
    private final CompositeCalls compositeCalls;
    private final Closures closures;
    private final MethodChoices choices;
    private final Creations creations;

    public Calls(Site site, Fields fields, Body body, Expressions expressions, Closures closures, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.libraryCalls = new LibraryCalls(site, body, expressions);
        this.matrixMethods = new MatrixMethods(site, expressions, libraryCalls);
        this.modelCalls = new ModelCalls(site, body, expressions);
        this.givenFunctions = new GivenFunctions(site);
        this.ruleTargets = new RuleTargets(site);
        this.fields = fields;
        this.helperCalls = new HelperCalls(site, body, expressions, helpers);
        this.compositeCalls = new CompositeCalls(site, expressions, helperCalls, libraryCalls);
        this.closures = closures;
        this.choices = new MethodChoices(site, body);
        this.creations = new Creations(site, body, expressions, choices, helperCalls, compositeCalls);
    }

    /** Who lowers calls of constructors. */
    public Creations creations() {
        return creations;
    }

    /** Lowers a call; the value has type void if the method returns nothing. */
    public Expression call(MethodInvocationTree tree, Optional<Type> wanted) {
        if (!tree.getTypeArguments().isEmpty()) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "A call with type arguments", "Leave them out.");
        }
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            return unqualified(tree, name.getName().toString(), wanted);
        }
        return qualified(tree, (MemberSelectTree) tree.getMethodSelect(), wanted);
    }

    private Expression unqualified(MethodInvocationTree tree, String name, Optional<Type> wanted) {
        // the innermost class that has a method of the name is searched, whatever its parameters (JLS 15.12.1)
        for (Element outer = site.type(); outer instanceof TypeElement type; outer = outer.getEnclosingElement()) {
            List<ExecutableElement> methods = site.members().methods(type, name, site.type());
            if (!methods.isEmpty()) {
                return resolved(tree, Optional.empty(), methods, name, wanted);
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
        return resolved(tree, Optional.empty(), imported, name, wanted);
    }

    private Expression qualified(MethodInvocationTree tree, MemberSelectTree select, Optional<Type> wanted) {
        String name = select.getIdentifier().toString();
        ExpressionTree prefix = select.getExpression();
        if (Site.isThis(prefix) || Site.isSuper(prefix)) {
            return resolved(
                    tree, Optional.empty(), site.members().methods(site.type(), name, site.type()), name, wanted);
        }
        Optional<TypeElement> owner = expressions.variableNames().typePrefix(prefix);
        if (owner.isPresent()) {
            return resolved(
                    tree, Optional.empty(), site.members().methods(owner.get(), name, site.type()), name, wanted);
        }
        Operands operands = new Operands(body);
        Expression receiver = operands.add(() -> expressions.owner(prefix));
        if (receiver.type() instanceof Type.ArrayOf
                && name.equals("clone")
                && tree.getArguments().isEmpty()
                && Bundles.heldArray(receiver).isEmpty()) {
            body.staticTypes().of(prefix).ifPresent(type -> body.staticTypes().note(tree, type));
            return expressions.allocations().copy(receiver, tree);
        }
        Optional<TypeElement> type = classOf(prefix, receiver);
        if (type.isPresent()) {
            return resolved(
                    tree, Optional.of(operands), site.members().methods(type.get(), name, site.type()), name, wanted);
        }
        throw site.refuse(tree, Message.NOT_DIFFERENTIABLE_CALL, receiver.type() + "." + name);
    }

    private Optional<TypeElement> classOf(ExpressionTree tree, Expression receiver) {
        boolean isObject = receiver.type() instanceof Type.Matrix
                || receiver.type() instanceof Type.Model
                || receiver.type() instanceof Type.Closure
                || receiver.type() instanceof Type.Opaque
                || receiver.type() instanceof Type.Composite
                || receiver.type() == Type.STRING;
        Types types = site.compiler().types();
        return isObject
                ? Optional.of((TypeElement) types.asElement(types.erasure(body.staticTypes()
                        .of(tree)
                        .orElseGet(() -> site.irTypes().mirror(receiver.type())))))
                : Optional.empty();
    }

    private Expression resolved(
            MethodInvocationTree tree,
            Optional<Operands> receiver,
            List<ExecutableElement> candidates,
            String name,
            Optional<Type> wanted) {
        Operands operands = receiver.orElseGet(() -> new Operands(body));
        int first = receiver.isPresent() ? 1 : 0;
        for (ExpressionTree argument : tree.getArguments()) {
            operands.add(() -> expressions.value(argument));
        }
        List<Expression> arguments =
                operands.all().subList(first, operands.all().size());
        List<TypeMirror> types = choices.types(tree.getArguments(), arguments);
        Optional<Expression> target = receiver.map(all -> all.get(0));
        return dispatch(tree, target, candidates, arguments, types, name, wanted);
    }

    /** Hands a call to who knows the kind of method that is meant. */
    private Expression dispatch(
            Tree tree,
            Optional<Expression> target,
            List<ExecutableElement> candidates,
            List<Expression> arguments,
            List<TypeMirror> types,
            String name,
            Optional<Type> wanted) {
        Choice.Chosen choice = choices.choose(tree, candidates, arguments, types, name);
        ExecutableElement method = choice.method();
        site.decideElement(tree, method);
        noteResult(tree, target, method, types);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        Optional<ExecutableElement> rule = ruleTargets.ruleFor(tree, method);
        if (rule.isPresent()) {
            return byRule(tree, target, rule.get(), packed(tree, choice, arguments));
        }
        // some methods are written nowhere, as those that every enum has
        boolean isFollowed = site.compiler().hasSource(method)
                && (owner.equals(site.type()) || isStatic(method) && isFollowed(method, owner));
        boolean isGivenClosure = arguments.stream().anyMatch(argument -> argument.type() instanceof Type.Closure);
        if (isGivenClosure && !isFollowed) {
            return withClosure(tree, target, method, owner, arguments);
        } else if (target.isPresent() && target.get().type() instanceof Type.Closure) {
            return closures.call(tree, target.get(), method, arguments);
        } else if (target.isPresent() && target.get().type() instanceof Type.Matrix) {
            return matrixMethods.call(tree, target.get(), method, arguments);
        } else if (Annotations.has(method, Annotations.PARTIAL_DERIVATIVES)) {
            return givenFunctions.call(tree, method, arguments, expressions.conversions());
        } else if (target.isPresent() && target.get().type() instanceof Type.Composite) {
            return compositeCalls.method(tree, target.get(), method, packed(tree, choice, arguments), wanted);
        } else if (target.isPresent() && !(target.get().type() instanceof Type.Model)) {
            return expressions.inactiveCalls().method(tree, target, method, arguments, wanted);
        } else if (target.isPresent()) {
            return modelCalls.call(tree, target, method, packed(tree, choice, arguments));
        } else if (owner.equals(site.type()) && body.self().isPresent() && !isStatic(method)) {
            Expression self = body.read(body.self().get());
            return compositeCalls.method(tree, self, method, packed(tree, choice, arguments), wanted);
        } else if (isFollowed) {
            return helperCalls.call(tree, method, packed(tree, choice, arguments), wanted);
        } else if (Annotations.isDifferentiable(method)) {
            Optional<Expression> self =
                    isStatic(method) ? Optional.empty() : Optional.of(inherited(tree, method, owner));
            return modelCalls.call(tree, self, method, packed(tree, choice, arguments));
        }
        return libraryCalls
                .call(tree, method, site.isOfEjml(owner) ? packed(tree, choice, arguments) : arguments)
                .orElseGet(() -> expressions.inactiveCalls().method(tree, target, method, arguments, wanted));
    }

    /** A call of a method that has a rule: one of the rule, which takes the object first. */
    private Expression byRule(
            Tree tree, Optional<Expression> target, ExecutableElement rule, List<Expression> arguments) {
        List<Expression> all = new ArrayList<>();
        if (rule.getParameters().size() > arguments.size()) {
            all.add(target.orElseThrow(() -> site.refuse(tree, Message.NOT_DIFFERENTIABLE_CALL, rule.getSimpleName())));
        }
        all.addAll(arguments);
        if (Annotations.has(rule, Annotations.PARTIAL_DERIVATIVES)) {
            return givenFunctions.call(tree, rule, all, expressions.conversions());
        }
        return rule.getEnclosingElement().equals(site.type())
                ? helperCalls.call(tree, rule, all, Optional.empty())
                : modelCalls.call(tree, Optional.empty(), rule, all);
    }

    /** Notes what the compiler takes a call of generic code for. */
    private void noteResult(Tree tree, Optional<Expression> target, ExecutableElement method, List<TypeMirror> types) {
        boolean isOpaque = target.isPresent()
                && !(target.get().type() instanceof Type.Composite
                        || target.get().type() instanceof Type.Closure);
        boolean isGeneric = !method.getTypeParameters().isEmpty()
                || !((TypeElement) method.getEnclosingElement())
                        .getTypeParameters()
                        .isEmpty();
        if (isGeneric && !isOpaque && method.getReturnType().getKind() != TypeKind.VOID) {
            Optional<TypeMirror> object = target.map(value -> receiverType(tree, value));
            site.inference()
                    .result(method, object, types)
                    .ifPresent(type -> body.staticTypes().note(tree, type));
        }
    }

    private TypeMirror receiverType(Tree tree, Expression value) {
        return (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select
                        ? body.staticTypes().of(select.getExpression()).filter(DeclaredType.class::isInstance)
                        : Optional.<TypeMirror>empty())
                .orElseGet(() -> site.irTypes().mirror(value.type()));
    }

    /** The object itself as the superclass sees it that declares a method. */
    private Expression inherited(Tree tree, ExecutableElement method, TypeElement owner) {
        if (!site.compiler().types().isSubtype(site.type().asType(), owner.asType())) {
            throw site.refuse(tree, Message.OUTER_FIELD, method.getSimpleName(), owner.getSimpleName());
        }
        return fields.superModel(owner);
    }

    /** A call with a lambda among its arguments: the method is read for it, wherever in this compilation it is. */
    private Expression withClosure(
            Tree tree,
            Optional<Expression> target,
            ExecutableElement method,
            TypeElement owner,
            List<Expression> arguments) {
        boolean isRead = target.isEmpty()
                && isStatic(method)
                && site.compiler().fileOf(owner).isPresent();
        if (!isRead) {
            throw site.refuse(tree, Message.CLOSURE_ARGUMENT, owner.getSimpleName() + "." + method.getSimpleName());
        }
        return helperCalls.call(tree, method, arguments, Optional.empty());
    }

    /** What a method reference means, given some arguments (JLS 15.13). */
    public Expression reference(MemberReferenceTree tree, List<Expression> arguments) {
        String name = tree.getName().toString();
        ExpressionTree qualifier = tree.getQualifierExpression();
        if (Site.isThis(qualifier)) {
            return dispatch(
                    tree,
                    Optional.empty(),
                    site.members().methods(site.type(), name, site.type()),
                    arguments,
                    choices.types(arguments),
                    name,
                    Optional.empty());
        }
        Optional<TypeElement> owner = expressions.variableNames().typePrefix(qualifier);
        if (owner.isEmpty() || tree.getMode() != MemberReferenceTree.ReferenceMode.INVOKE) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "This method reference", "Write a lambda.");
        }
        List<ExecutableElement> methods = site.members().methods(owner.get(), name, site.type());
        List<ExecutableElement> statics =
                methods.stream().filter(Calls::isStatic).toList();
        boolean isStatic = !(site.overloads().choose(statics, choices.types(arguments)) instanceof Choice.None);
        return dispatch(
                tree,
                isStatic ? Optional.empty() : Optional.of(arguments.get(0)),
                methods,
                isStatic ? arguments : arguments.subList(1, arguments.size()),
                choices.types(isStatic ? arguments : arguments.subList(1, arguments.size())),
                name,
                Optional.empty());
    }

    /** The arguments as the method takes them: with the last ones in an array, where it takes a variable number of them. */
    private List<Expression> packed(Tree tree, Choice.Chosen choice, List<Expression> arguments) {
        if (!choice.isSpread()) {
            return arguments;
        }
        List<? extends VariableElement> parameters = choice.method().getParameters();
        int last = parameters.size() - 1;
        Type type = site.irTypes()
                .of(parameters.get(last).asType())
                .orElseThrow(() -> site.refuse(
                        tree, Message.UNSUPPORTED_TYPE, parameters.get(last).asType()));
        List<Expression> packed = new ArrayList<>(arguments.subList(0, last));
        packed.add(
                expressions.allocations().filled((Type.ArrayOf) type, arguments.subList(last, arguments.size()), tree));
        return packed;
    }

    /** Whether a method of another class of the same file is read like one of this class, because nobody else derives it. */
    private boolean isFollowed(ExecutableElement method, TypeElement owner) {
        return site.isFollowed(owner) && !Annotations.isDifferentiable(method);
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }
}
