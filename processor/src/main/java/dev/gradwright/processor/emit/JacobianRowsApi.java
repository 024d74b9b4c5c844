package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The methods that users call for one differentiable method where a reverse sweep carries several seeds. */
final class JacobianRowsApi {

    private final Members members;
    private final Method method;
    private final int seeds;
    private final String self;
    private final String name;
    private final String stem;
    private final String backward;
    private final boolean writesArguments;
    private final DistinctArguments distinct;
    private final LaneAccessors accessors;

    JacobianRowsApi(Derived derived, Members members, AdjointMethod adjoint) {
        this.members = members;
        this.method = adjoint.source();
        this.seeds = derived.unit().seeds();
        this.self = members.self().simpleName();
        this.name = method.name();
        this.stem = method.stem();
        this.backward = Protocol.backward(stem);
        this.writesArguments = derived.writesArguments(method);
        this.distinct = new DistinctArguments(derived, members, method);
        this.accessors = new LaneAccessors(self, "seed", seeds);
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(forward());
        type.addMethod(backward());
        if (method.face().takesApart()) {
            type.addMethod(Signatures.ofWhole(
                    method, name, "Computes what {@code $L.$L} computes, and records it.\n", members));
        }
        if (!Type.isTakenApart(method.face().result()) && method.resultType().isReference()) {
            type.addMethod(pullback());
            JacobianApi.onlyArgument(method).ifPresent(argument -> type.addMethod(rows(argument)));
        }
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.isActive()) {
                addArgument(type, parameter.variable());
            }
        }
        type.addMethods(Signatures.resultParts(method));
        for (Method.Result result : method.results()) {
            Type resultType = result.variable().type();
            if (resultType.isReference() && resultType.carriesDerivative()) {
                String bar = Protocol.resultBar(stem, result.part());
                type.addMethods(accessors.byName(bar, resultType, "the adjoint of what was returned by", name));
            }
        }
    }

    private void addArgument(TypeSpec.Builder type, Variable variable) {
        String gradient = Protocol.argument(stem, variable.name());
        CodeBlock javadoc = CodeBlock.of(
                "The derivative with respect to argument {@code $L} after the last {@code $L}, for one of its seeds: $L.\n",
                variable.name(),
                backward,
                Signatures.noun(variable.type()));
        type.addMethod(accessors.byNumber(gradient, variable.type(), name, javadoc));
        if (!variable.type().isReference()) {
            type.addMethods(
                    accessors.byName(gradient, variable.type(), "the derivative with respect to an argument of", name));
        }
    }

    private MethodSpec forward() {
        LocalNames names = new LocalNames();
        MethodSpec.Builder forward = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Computes what {@code $L.$L} computes, and records it for {@link #$L}.\n",
                        members.modelName(),
                        name,
                        backward)
                .returns(Names.of(method.face().result()))
                .addParameters(Signatures.parameters(Signatures.variables(method), names))
                .addStatement("tape.begin($S)", self + "." + name);
        List<CodeBlock> arguments = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            arguments.add(CodeBlock.of("$L", names.of(variable)));
            if (parameter.isActive() && variable.type().isReference()) {
                addShadows(forward, variable, names.of(variable), arguments);
            }
        }
        distinct.addShared(forward, names);
        distinct.addConstant(forward, names);
        CodeBlock call = CodeBlock.of(
                "$L($L)",
                writesArguments ? RecordMethods.inPlace(stem) : Protocol.record(stem),
                CodeBlock.join(arguments, ", "));
        CodeBlock value = Signatures.called(forward, call, method, names);
        return forward.addStatement("tape.recorded()")
                .addStatement("return $L", value)
                .build();
    }

    /** Finds the shadows of an argument, which go to the recording half behind it. */
    private void addShadows(MethodSpec.Builder forward, Variable variable, String argument, List<CodeBlock> arguments) {
        String shadow = writesArguments ? "ofWritten" : "of";
        CodeBlock from = CodeBlock.of("tape.shadows().$L($L)", shadow, argument);
        for (int lane = 0; lane < seeds; lane++) {
            String gradient = Protocol.lane(Protocol.argument(stem, variable.name()), lane);
            CodeBlock field = CodeBlock.of("this.$L", Remembering.field(gradient, variable.type()));
            forward.addStatement("$L = $L", field, from);
            arguments.add(field);
            from = CodeBlock.of("tape.lanes().next($L)", field);
        }
    }

    private MethodSpec backward() {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(backward)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Consumes the record of the last {@code $1L}: one sweep gives, for each seed, the product of the seed and the
                        Jacobian. A seed is the derivative of an objective with respect to what {@code $1L} has returned.

                        @throws IllegalStateException if there is no such record
                        """, name)
                .addStatement("tape.consume($S, $S)", self + "." + name, self + "." + backward);
        return sweep(spec, backward);
    }

    private MethodSpec pullback() {
        String pullback = Protocol.pullback(stem);
        MethodSpec.Builder spec = MethodSpec.methodBuilder(pullback)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Does what {@link #$1L} does and keeps the record, so that it can be done again with other seeds. The derivatives
                        with respect to arguments are those of the last seeds; those with respect to parameters add up until {@link
                        #zero()}.

                        @throws IllegalStateException if there is no such record
                        """, backward)
                .addStatement("tape.repeat($S, $S)", self + "." + name, self + "." + pullback);
        return sweep(spec, pullback);
    }

    /** Takes the seeds, all of the first one before those of the second, and runs the sweep. */
    private MethodSpec sweep(MethodSpec.Builder spec, String sweep) {
        for (int lane = 0; lane < seeds; lane++) {
            for (Method.Result result : method.results()) {
                Type resultType = result.variable().type();
                if (resultType.carriesDerivative()) {
                    String seed = "seed" + lane + result.part();
                    spec.addParameter(Names.of(resultType), seed);
                    if (resultType.isReference()) {
                        String bar = Protocol.lane(Protocol.resultBar(stem, result.part()), lane);
                        String field = Remembering.field(bar, resultType);
                        spec.addStatement("$T.add($S, $L, this.$L)", Names.SEEDS, self + "." + sweep, seed, field);
                    }
                }
            }
        }
        CodeBlock numbers = method.results().stream()
                .filter(result -> result.variable().type() == Type.DOUBLE)
                .flatMap(result ->
                        IntStream.range(0, seeds).mapToObj(lane -> CodeBlock.of("seed$L$L", lane, result.part())))
                .collect(CodeBlock.joining(", "));
        return spec.addStatement("$L($L)", Protocol.reverse(stem), numbers).build();
    }

    private MethodSpec rows(Variable argument) {
        CodeBlock all = IntStream.range(0, seeds)
                .mapToObj(lane -> lane == 0
                        ? CodeBlock.of("seeds[i]")
                        : CodeBlock.of("i + $1L < seeds.length ? seeds[i + $1L] : new double[seeds[i].length]", lane))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder(Protocol.jacobianRows(stem))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Rows of the Jacobian of the last {@code $1L} with respect to {@code $2L}, or combinations of rows: for each seed
                        the product of the seed and the Jacobian, $3L of them by each reverse sweep over the one record, which stays.
                        Unit vectors as seeds give rows.
                        """, name, argument.name(), seeds)
                .addParameter(Names.of(Type.DOUBLE_ROWS), "seeds")
                .returns(Names.of(Type.DOUBLE_ROWS))
                .addStatement("double[][] rows = new double[seeds.length][]")
                .beginControlFlow("for (int i = 0; i < seeds.length; i += $L)", seeds)
                .addStatement("$L($L)", Protocol.pullback(stem), all)
                .beginControlFlow("for (int k = 0; k < $L && i + k < seeds.length; k++)", seeds)
                .addStatement("rows[i + k] = $L(k).clone()", Protocol.argument(stem, argument.name()))
                .endControlFlow()
                .endControlFlow()
                .addStatement("return rows")
                .build();
    }
}
