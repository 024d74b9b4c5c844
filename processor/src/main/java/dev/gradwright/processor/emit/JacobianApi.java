package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The methods for Jacobians of a method that returns an array or a matrix: by rows in a gradient class, from one record, and by
 * columns in a tangent class. Which rows or columns, or which combinations of them, is the caller's choice.
 */
final class JacobianApi {

    private final Members members;
    private final Method method;
    private final String name;
    private final String stem;

    JacobianApi(Members members, Method method) {
        this.members = members;
        this.method = method;
        this.name = method.name();
        this.stem = method.stem();
    }

    /** Adds the methods that work by reverse sweeps. */
    void addRowsTo(TypeSpec.Builder type) {
        type.addMethod(pullback());
        onlyArgument(method).ifPresent(argument -> type.addMethod(rows(argument)));
    }

    /** Adds the methods that work by tangents. */
    void addColumnsTo(TypeSpec.Builder type) {
        onlyArgument(method).ifPresent(argument -> type.addMethod(columns(argument)));
    }

    /** Adds, in place of those that work by tangents, a method that refuses. */
    void addColumnsRefusalTo(TypeSpec.Builder type) {
        onlyArgument(method).ifPresent(argument -> type.addMethod(columnsRefusal()));
    }

    private MethodSpec pullback() {
        String self = members.self().simpleName();
        String pullback = Protocol.pullback(stem);
        String field = Remembering.field(Protocol.resultBar(stem, ""), method.resultType());
        return MethodSpec.methodBuilder(pullback)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Does what {@link #$L} does and keeps the record, so that it can be done again with another seed: each seed
                        that picks one entry of what {@code $L} has returned gives a row of the Jacobian. The derivatives with
                        respect to arguments are those of the last seed; those with respect to parameters add up until {@link
                        #zero()}.

                        @param seed the derivative of the objective with respect to what {@code $L} has returned
                        @throws IllegalStateException if there is no such record
                        """, Protocol.backward(stem), name, name)
                .addParameter(Names.of(method.resultType()), "seed")
                .addStatement("tape.repeat($S, $S)", self + "." + name, self + "." + pullback)
                .addStatement("$T.add($S, seed, this.$L)", Names.SEEDS, self + "." + pullback, field)
                .addStatement("$L()", Protocol.reverse(stem))
                .build();
    }

    private MethodSpec rows(Variable argument) {
        return MethodSpec.methodBuilder(Protocol.jacobianRows(stem))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Rows of the Jacobian of the last {@code $L} with respect to {@code $L}, or combinations of rows: for each seed
                        the product of the seed and the Jacobian, by a reverse sweep over the one record, which stays. Unit vectors
                        as seeds give rows.
                        """, name, argument.name())
                .addParameter(Names.of(Type.DOUBLE_ROWS), "seeds")
                .returns(Names.of(Type.DOUBLE_ROWS))
                .addStatement("double[][] rows = new double[seeds.length][]")
                .beginControlFlow("for (int i = 0; i < seeds.length; i++)")
                .addStatement("$L(seeds[i])", Protocol.pullback(stem))
                .addStatement("rows[i] = $L().clone()", Protocol.argument(stem, argument.name()))
                .endControlFlow()
                .addStatement("return rows")
                .build();
    }

    private MethodSpec.Builder columns(LocalNames names, Variable directions) {
        return MethodSpec.methodBuilder(Protocol.jacobianColumns(name))
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.of(Type.DOUBLE_ROWS))
                .addParameters(Signatures.parameters(Signatures.variables(method), names))
                .addParameters(Signatures.parameters(List.of(directions), names));
    }

    private MethodSpec columnsRefusal() {
        return columns(new LocalNames(), new Variable("directions", Type.DOUBLE_ROWS))
                .addJavadoc("Refuses, because {@code $L} writes into its arguments.\n", name)
                .addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        members.modelName() + "." + name
                                + " writes into an argument, so it cannot be run again at the same point for another column of its"
                                + " Jacobian.")
                .build();
    }

    private MethodSpec columns(Variable argument) {
        LocalNames names = new LocalNames();
        List<Variable> variables = Signatures.variables(method);
        Variable directions = new Variable("directions", Type.DOUBLE_ROWS);
        MethodSpec.Builder spec = columns(names, directions).addJavadoc("""
                        Columns of the Jacobian of {@code $L} with respect to {@code $L}, or combinations of columns: for each direction
                        the product of the Jacobian and the direction. Unit vectors as directions give columns.
                        """, name, argument.name());
        String columns = names.declare(new Variable("columns", Type.DOUBLE_ROWS));
        String i = names.declare(new Variable("i", Type.INT));
        CodeBlock arguments = variables.stream()
                .map(variable -> variable == argument
                        ? CodeBlock.of("$L, $L[$L]", names.of(variable), names.of(directions), i)
                        : CodeBlock.of("$L", names.of(variable)))
                .collect(CodeBlock.joining(", "));
        return spec.addStatement("double[][] $L = new double[$L.length][]", columns, names.of(directions))
                .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", i, names.of(directions))
                .addStatement("$L($L)", name, arguments)
                .addStatement("$L[$L] = $L().clone()", columns, i, Protocol.resultDot(stem, ""))
                .endControlFlow()
                .addStatement("return $L", columns)
                .build();
    }

    /** The argument, where a method takes one array and gives another, so that rows and columns are arrays of numbers. */
    static Optional<Variable> onlyArgument(Method method) {
        List<Variable> active = method.parameters().stream()
                .filter(Method.Parameter::isActive)
                .map(Method.Parameter::variable)
                .toList();
        return method.resultType().equals(Type.DOUBLES)
                        && active.size() == 1
                        && active.get(0).type().equals(Type.DOUBLES)
                ? Optional.of(active.get(0))
                : Optional.empty();
    }
}
