package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The methods that give what a generated object remembers for each of several seeds: to users by number, to other generated classes by name.
 *
 * @param self the generated class, in messages
 * @param seed what a seed is called: in a forward sweep it is a direction
 * @param seeds how many there are
 */
record LaneAccessors(String self, String seed, int seeds) {

    /**
     * The method for users.
     *
     * @param remembered the name under which it is remembered, which is that of the method
     * @param when when a reference is there, for a message
     * @param javadoc what it is
     */
    MethodSpec byNumber(String remembered, Type type, String when, CodeBlock javadoc) {
        CodeBlock.Builder choice = CodeBlock.builder().beginControlFlow("$T found = switch ($L)", Names.of(type), seed);
        for (int lane = 0; lane < seeds; lane++) {
            String field = Remembering.field(Protocol.lane(remembered, lane), type);
            choice.addStatement("case $L -> this.$L", lane, field);
        }
        choice.addStatement(
                "default -> throw new $T($S + $L)",
                IndexOutOfBoundsException.class,
                "a sweep of " + self + " carries " + seeds + " " + seed + "s, so there is no " + seed + " ",
                seed);
        choice.add("$<};\n");
        MethodSpec.Builder spec = MethodSpec.methodBuilder(remembered)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(javadoc)
                .addJavadoc("\n@param $1L which $1L of the sweep, from zero\n", seed)
                .addParameter(TypeName.INT, seed)
                .returns(Names.of(type))
                .addCode(choice.build());
        if (type.isReference()) {
            String message = self + "." + remembered + " is there after " + when + " has been called";
            return spec.addStatement("return $T.requireNonNull(found, $S)", Objects.class, message)
                    .build();
        }
        return spec.addStatement("return found").build();
    }

    /** The methods for other generated classes. */
    List<MethodSpec> byName(String remembered, Type type, String what, String method) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int lane = 0; lane < seeds; lane++) {
            String name = Protocol.lane(remembered, lane);
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc(
                            "For generated code: $L {@code $L} after its last call, for one $L.\n", what, method, seed)
                    .returns(Names.of(type))
                    .addStatement("return this.$L", Remembering.field(name, type))
                    .build());
        }
        return methods;
    }
}
