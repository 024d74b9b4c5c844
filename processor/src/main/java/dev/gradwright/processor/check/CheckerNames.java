package dev.gradwright.processor.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Method.Parameter;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The names of local variables in a check: the user's names for the arguments, others for what the check adds. */
final class CheckerNames {

    private final NameAllocator names = new NameAllocator();

    CheckerNames(Unit unit, Method method) {
        Composing.NAMES.forEach(name -> names.newName(name, "composing " + name));
        // a variable of the name of the class would hide it
        unit.name().simpleNames().forEach(name -> names.newName(name, "class " + name));
        names.newName(unit.name().generated(Protocol.GRADIENT).simpleName(), Protocol.GRADIENT);
        names.newName(unit.name().generated(Protocol.TANGENT).simpleName(), Protocol.TANGENT);
        method.parameters()
                .forEach(parameter -> names.newName(parameter.variable().name(), parameter));
        names.newName("model", "model");
        names.newName("gradient", "gradient");
        names.newName("tangent", "tangent");
        names.newName("result", "result");
        method.parameters().forEach(parameter -> {
            boolean isSource = Randomness.isSource(parameter.variable().type());
            names.newName(parameter.variable().name() + (isSource ? "Seed" : "Argument"), List.of(parameter));
        });
    }

    String model() {
        return names.get("model");
    }

    String gradient() {
        return names.get("gradient");
    }

    String tangent() {
        return names.get("tangent");
    }

    /** What a lambda calls the result of the method. */
    String result() {
        return names.get("result");
    }

    String argument(Parameter parameter) {
        return names.get(parameter);
    }

    /** The variable that holds an active argument for the check, or the seed of a source of random numbers. */
    String wrapped(Parameter parameter) {
        return names.get(List.of(parameter));
    }

    /** The arguments of a call of the method. */
    CodeBlock values(Method method) {
        return method.parameters().stream().map(this::value).collect(CodeBlock.joining(", "));
    }

    /** The arguments of a call of the user's method, put together where they have been taken apart. */
    CodeBlock wholeValues(Method method) {
        Iterator<CodeBlock> leaves =
                method.parameters().stream().map(this::value).iterator();
        return method.face().parameters().stream()
                .map(declared -> Composing.together(declared.type(), leaves))
                .collect(CodeBlock.joining(", "));
    }

    /** The arguments of a call of the method's tangent. */
    CodeBlock valuesAndDirections(Method method) {
        List<CodeBlock> all = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            all.add(value(parameter));
            if (parameter.isActive()) {
                all.add(CodeBlock.of("$L.direction()", wrapped(parameter)));
            }
        }
        return CodeBlock.join(all, ", ");
    }

    private CodeBlock value(Parameter parameter) {
        if (parameter.isActive()) {
            return CodeBlock.of("$L.value()", wrapped(parameter));
        } else if (Randomness.isSource(parameter.variable().type())) {
            return Randomness.source(parameter.variable().type(), CodeBlock.of("$L", wrapped(parameter)));
        }
        return parameter.variable().type().isReference()
                ? CodeBlock.of("$T.copyOf($L)", Names.ARGUMENT, argument(parameter))
                : CodeBlock.of("$L", argument(parameter));
    }
}
