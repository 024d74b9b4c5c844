package dev.gradwright.processor.lower.call;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.expression.Readers;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.Lookup;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import dev.gradwright.processor.rules.ScalarRule;
import dev.gradwright.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Lowers calls of library methods that the tables of rules know: functions of numbers and operations on contents. */
final class LibraryCalls {

    static final ClassRef MATRIX = ClassRef.of("org.ejml.data", "DMatrixRMaj");

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    LibraryCalls(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    /** A static method; nothing if it is of a class that the tables know nothing of, or no derivative flows through it. */
    Optional<Expression> call(Tree tree, ExecutableElement method, List<Expression> arguments) {
        ClassRef owner = site.irTypes().name((TypeElement) method.getEnclosingElement());
        String name = method.getSimpleName().toString();
        List<Type> parameters = site.parameterTypes(method);
        Lookup<ScalarRule> scalar = ScalarRules.find(owner, name, parameters);
        if (scalar instanceof Lookup.Found<ScalarRule> found) {
            List<Expression> converted = expressions.conversions().all(parameters, arguments, tree);
            return Optional.of(new Expression.Apply(found.rule().function(), converted, site.position(tree)));
        } else if (scalar instanceof Lookup.Refused<ScalarRule> refused) {
            throw site.refuse(tree, Message.NO_DERIVATIVE, owner.simpleName() + "." + name, refused.reason());
        }
        boolean copiesRange = owner.canonicalName().equals("java.lang.System") && name.equals("arraycopy");
        List<Type> keys = copiesRange ? arguments.stream().map(Expression::type).toList() : parameters;
        return operation(tree, owner, name, keys, arguments).map(value -> wrapped(method, Optional.empty(), value));
    }

    /** An instance method of a matrix; the receiver is the first argument. */
    Expression onReceiver(Tree tree, ExecutableElement method, List<Expression> arguments) {
        List<Type> parameters = new ArrayList<>(List.of(Type.MATRIX));
        parameters.addAll(site.parameterTypes(method));
        return operation(tree, MATRIX, method.getSimpleName().toString(), parameters, arguments)
                .orElseThrow();
    }

    /** A method of an object that wraps a matrix. */
    Expression onWrapper(Tree tree, ExecutableElement method, Expression receiver, List<Expression> arguments) {
        List<Type> parameters = new ArrayList<>(List.of(Type.MATRIX));
        parameters.addAll(site.parameterTypes(method));
        List<Expression> all =
                new ArrayList<>(List.of(receiver instanceof Expression.Bundle ? receiver : Bundles.apart(receiver)));
        all.addAll(arguments);
        ClassRef owner = ((Type.Composite) receiver.type()).name();
        String name = method.getSimpleName().toString();
        Expression value = operation(tree, owner, name, parameters, all)
                .orElseThrow(() -> site.refuse(tree, Message.NO_RULE, owner.simpleName() + "." + name, "the entries"));
        return wrapped(method, Optional.of(receiver.type()), value);
    }

    /** {@code new SimpleMatrix(...)} or another object that wraps a matrix. */
    Expression newWrapper(Tree tree, Type.Composite type, ExecutableElement constructor, List<Expression> arguments) {
        List<Type> parameters = site.parameterTypes(constructor);
        Expression matrix = operation(tree, type.name(), Form.CONSTRUCTOR, parameters, arguments)
                .orElseThrow();
        return new Expression.Bundle(type, List.of(matrix));
    }

    /** What a method gives that is said to give a wrapped matrix; where a type parameter stands for its type, one like the receiver. */
    private Expression wrapped(ExecutableElement method, Optional<Type> receiver, Expression value) {
        Optional<Type> declared = site.irTypes().of(method.getReturnType()).or(() -> receiver);
        boolean isWrapped = value.type() instanceof Type.Matrix
                && declared.filter(type -> type instanceof Type.Composite composite && composite.isWrapper())
                        .isPresent();
        return isWrapped ? new Expression.Bundle(declared.get(), List.of(value)) : value;
    }

    private Optional<Expression> operation(
            Tree tree, ClassRef owner, String name, List<Type> parameters, List<Expression> arguments) {
        Lookup<OperationRule> lookup = OperationRules.find(owner, name, parameters);
        if (lookup instanceof Lookup.Found<OperationRule> found) {
            return Optional.of(operate(tree, found.rule(), arguments));
        } else if (lookup instanceof Lookup.Short<OperationRule> found) {
            List<Expression> held = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                held.add(held(parameters.get(i), arguments.get(i), tree));
            }
            Forms forms = new Forms(body, expressions, caller(tree), () -> site.refuse(tree, Message.NULL_REFERENCE));
            return Optional.of(found.form().expand(forms, held));
        } else if (lookup instanceof Lookup.Inactive<OperationRule>) {
            return Optional.empty();
        } else if (lookup instanceof Lookup.Refused<OperationRule> refused) {
            throw site.refuse(tree, Message.NO_DERIVATIVE, owner.simpleName() + "." + name, refused.reason());
        }
        String text = owner.simpleName() + "." + name;
        if (owner.packageName().startsWith("org.ejml")) {
            throw site.refuse(tree, Message.NO_RULE, text, "the entries");
        }
        boolean isMath =
                owner.packageName().equals("java.lang") && owner.simpleName().endsWith("Math");
        boolean changesNumbers = owner.canonicalName().equals("java.util.Arrays")
                && parameters.stream().anyMatch(Type::carriesDerivative)
                && !Readers.contains(owner.canonicalName(), name, false);
        if (isMath || changesNumbers) {
            throw site.refuse(tree, Message.NO_RULE, text, "the numbers");
        }
        return Optional.empty();
    }

    /** An argument as a form takes it: of the parameter's type, the matrix instead of what wraps it, and not to change any more. */
    private Expression held(Type parameter, Expression argument, Tree tree) {
        if (argument instanceof Expression.Null) {
            return argument;
        } else if (argument.type() instanceof Type.Composite composite && composite.isWrapper()) {
            Expression apart = argument instanceof Expression.Bundle ? argument : Bundles.apart(argument);
            return body.held(apart.parts().get(0));
        }
        return body.held(expressions.conversions().to(parameter, argument, tree));
    }

    /** Calls a method of the library with arguments that have the types of its parameters. */
    private Forms.Caller caller(Tree tree) {
        return (owner, name, arguments) -> {
            if (arguments.stream().anyMatch(argument -> argument instanceof Expression.Null)) {
                throw site.refuse(tree, Message.NULL_REFERENCE);
            }
            List<Type> types = arguments.stream().map(Expression::type).toList();
            return operation(tree, owner, name, types, arguments).orElseThrow();
        };
    }

    private Expression operate(Tree tree, OperationRule rule, List<Expression> given) {
        Operation operation = rule.operation();
        List<Expression> arguments = new ArrayList<>(given);
        Optional<Expression> output = rule.output().map(index -> output(tree, rule, arguments, index));
        List<Expression> converted = expressions.conversions().all(operation.parameters(), arguments, tree);
        if (operation.result() == Type.VOID) {
            body.add(new Statement.Operate(Optional.empty(), operation, converted, body.position()));
            return output.orElse(new Expression.Null(Type.VOID));
        }
        Variable result = Variable.synthetic(operation.name() + "Result", operation.result());
        body.add(new Statement.Operate(Optional.of(result), operation, converted, body.position()));
        return new Expression.Read(result);
    }

    /** The matrix that an operation writes; a new one where null was given. */
    private Expression output(Tree tree, OperationRule rule, List<Expression> arguments, int index) {
        if (arguments.get(index) instanceof Expression.Null) {
            OperationRule.Size size = rule.size(arguments).orElseThrow(() -> site.refuse(tree, Message.NULL_REFERENCE));
            Expression made = expressions
                    .allocations()
                    .allocate(Type.MATRIX, new Allocation.NewMatrix(size.rows(), size.columns()));
            arguments.set(index, made);
        }
        return arguments.get(index);
    }
}
