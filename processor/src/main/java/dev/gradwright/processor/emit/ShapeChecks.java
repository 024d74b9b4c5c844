package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.FieldSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The run-time checks that follow from {@code @Shape} and {@code @Index}. */
final class ShapeChecks {

    private final Unit unit;
    private final String modelName;

    ShapeChecks(Unit unit, String modelName) {
        this.unit = unit;
        this.modelName = modelName;
    }

    void addField(TypeSpec.Builder type) {
        if (unit.differentiable().stream().anyMatch(this::isChecked)) {
            type.addField(FieldSpec.builder(Names.SHAPES, "shapes", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", Names.SHAPES)
                    .build());
        }
    }

    /** The checks at the beginning of a method: the parameters of the model first, then the arguments. */
    CodeBlock of(Method method, LocalNames names) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!isChecked(method)) {
            return code.build();
        }
        code.addStatement("shapes.begin($S)", modelName + "." + method.name());
        if (!method.isStatic()) {
            for (Field field : unit.fields()) {
                if (!field.shape().isEmpty() && field.role() == Field.Role.PARAMETER) {
                    check(code, field.name(), CodeBlock.of("model.$L", field.name()), field.shape());
                }
            }
        }
        for (Method.Parameter parameter : method.parameters()) {
            String name = names.of(parameter.variable());
            if (!parameter.shape().isEmpty()) {
                check(code, parameter.variable().name(), CodeBlock.of("$L", name), parameter.shape());
            }
            if (!parameter.index().isEmpty()) {
                code.addStatement(
                        "shapes.checkIndex($S, $L, $S)",
                        parameter.variable().name(),
                        name,
                        parameter.index().strip());
            }
        }
        return code.build();
    }

    private boolean isChecked(Method method) {
        return method.role() != Method.Role.HELPER
                && method.parameters().stream()
                        .anyMatch(parameter -> !parameter.shape().isEmpty()
                                || !parameter.index().isEmpty());
    }

    private static void check(CodeBlock.Builder code, String name, CodeBlock value, String shape) {
        List<CodeBlock> dimensions = new ArrayList<>();
        for (String dimension : shape.split(",")) {
            dimensions.add(CodeBlock.of("$S", dimension.strip()));
        }
        code.addStatement("shapes.check($S, $L, $L)", name, value, CodeBlock.join(dimensions, ", "));
    }
}
