package dev.gradwright.processor.lower.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Overloads.Choice;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Lowers calls of constructors: finds the one that is meant, then hands it to who knows its kind of object. */
public final class Creations {

    private static final String MATRIX = "org.ejml.data.DMatrixRMaj";

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final MethodChoices choices;
    private final HelperCalls helperCalls;
    private final CompositeCalls compositeCalls;

    Creations(
            Site site,
            Body body,
            Expressions expressions,
            MethodChoices choices,
            HelperCalls helperCalls,
            CompositeCalls compositeCalls) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.choices = choices;
        this.helperCalls = helperCalls;
        this.compositeCalls = compositeCalls;
    }

    /** A new object: one that is taken apart, a matrix, or one that no derivative flows through. */
    public Expression object(NewClassTree tree, Optional<Type> wanted) {
        Tree name = tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
                ? parameterized.getType()
                : tree.getIdentifier();
        TypeElement type = site.classNamed(name).orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, name));
        Optional<Type> composite = composite(tree, type, wanted);
        if (composite.isPresent() && tree.getClassBody() == null) {
            return takenApart(tree, (Type.Composite) composite.get());
        }
        List<Expression> arguments = arguments(tree.getArguments());
        if (isDiamond(tree)
                && tree.getClassBody() == null
                && (type.getKind() == ElementKind.RECORD || site.isFollowed(type))) {
            Optional<Expression> object = inferred(tree, type, arguments);
            if (object.isPresent()) {
                return object.get();
            }
        }
        if (!type.getQualifiedName().contentEquals(MATRIX)) {
            return expressions.inactiveCalls().object(tree, type, arguments, wanted);
        }
        if (tree.getClassBody() == null
                && arguments.size() == 2
                && arguments.stream().allMatch(argument -> argument.type() == Type.INT)) {
            return expressions
                    .allocations()
                    .allocate(Type.MATRIX, new Allocation.NewMatrix(arguments.get(0), arguments.get(1)));
        } else if (arguments.size() == 1 && arguments.get(0).type() instanceof Type.Matrix) {
            return expressions.allocations().copy(arguments.get(0), tree);
        }
        throw site.refuse(
                tree,
                Message.UNSUPPORTED_EXPRESSION,
                "This constructor of DMatrixRMaj",
                "Use new DMatrixRMaj(rows, columns) and set its entries, or new DMatrixRMaj(matrix) for a copy.");
    }

    /** The type of a new object, if it is taken apart and the type does not follow from the arguments alone. */
    private Optional<Type> composite(NewClassTree tree, TypeElement type, Optional<Type> wanted) {
        Optional<Type> known;
        if (type.getTypeParameters().isEmpty()) {
            known = site.irTypes().of(type.asType());
        } else if (isDiamond(tree)) {
            known = wanted.filter(t -> t instanceof Type.Composite composite
                    && composite.name().equals(site.irTypes().name(type)));
        } else {
            known = site.mirrorOf(tree.getIdentifier()).flatMap(site.irTypes()::of);
        }
        return known.filter(Type.Composite.class::isInstance);
    }

    private static boolean isDiamond(NewClassTree tree) {
        return tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
                && parameterized.getTypeArguments().isEmpty();
    }

    /** {@code new Vec(x, y)}, where the new object is taken apart. */
    private Expression takenApart(NewClassTree tree, Type.Composite type) {
        List<Expression> arguments = arguments(tree.getArguments());
        ExecutableElement constructor = constructor(tree, tree.getArguments(), element(type), arguments);
        return compositeCalls.object(tree, type, constructor, arguments);
    }

    /** {@code new Pair<>(x, y)}, where the arguments tell the type; empty if the new object would not be taken apart. */
    private Optional<Expression> inferred(NewClassTree tree, TypeElement owner, List<Expression> arguments) {
        List<ExecutableElement> constructors = site.members().constructors(owner, site.type());
        Choice choice = site.overloads().choose(constructors, choices.types(tree.getArguments(), arguments));
        if (!(choice instanceof Choice.Chosen chosen)) {
            return Optional.empty();
        }
        return TypeArguments.ofDiamond(site, tree, owner, chosen.method(), arguments)
                .map(type -> {
                    site.inference()
                            .made(owner, chosen.method(), choices.types(tree.getArguments(), arguments))
                            .ifPresent(made -> body.staticTypes().note(tree, made));
                    site.decideElement(tree, chosen.method());
                    return compositeCalls.object(tree, type, chosen.method(), arguments);
                });
    }

    /** {@code this(x, y)} at the beginning of a constructor. */
    public Expression constructor(MethodInvocationTree tree, Type.Composite type) {
        List<Expression> arguments = arguments(tree.getArguments());
        ExecutableElement constructor = constructor(tree, tree.getArguments(), element(type), arguments);
        return helperCalls.make(tree, constructor, arguments, type);
    }

    private ExecutableElement constructor(
            Tree tree, List<? extends ExpressionTree> trees, TypeElement owner, List<Expression> arguments) {
        List<ExecutableElement> constructors = site.members().constructors(owner, site.type());
        ExecutableElement constructor = choices.choose(
                        tree, constructors, arguments, choices.types(trees, arguments), "new " + owner.getSimpleName())
                .method();
        site.decideElement(tree, constructor);
        return constructor;
    }

    private TypeElement element(Type.Composite type) {
        return site.compiler().elements().getTypeElement(type.name().canonicalName());
    }

    private List<Expression> arguments(List<? extends ExpressionTree> trees) {
        Operands operands = new Operands(body);
        trees.forEach(argument -> operands.add(() -> expressions.value(argument)));
        return operands.all();
    }
}
