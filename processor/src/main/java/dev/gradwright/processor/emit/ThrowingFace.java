package dev.gradwright.processor.emit;

import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What callers see of a class whose members clash, each once, so that they compile and the one error stands alone. */
public final class ThrowingFace {

    private ThrowingFace() {}

    /** The public members of a class, with methods that only throw. */
    public static TypeSpec.Builder of(TypeSpec type) {
        String name = type.name();
        TypeSpec.Builder face = TypeSpec.classBuilder(name)
                .addModifiers(type.modifiers().toArray(Modifier[]::new))
                .addSuperinterfaces(type.superinterfaces())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Set<String> members = new HashSet<>();
        type.fieldSpecs().stream()
                .filter(field -> field.modifiers().contains(Modifier.PUBLIC) && members.add(field.name()))
                .forEach(field -> face.addField(field.type(), field.name(), Modifier.PUBLIC));
        type.methodSpecs().stream()
                .filter(method -> method.modifiers().contains(Modifier.PUBLIC))
                .filter(method -> members.add(Clashes.signature(method)))
                .forEach(method -> face.addMethod(throwing(method, name)));
        return face;
    }

    private static MethodSpec throwing(MethodSpec method, String owner) {
        return MethodSpec.methodBuilder(method.name())
                .addAnnotations(method.annotations())
                .addModifiers(method.modifiers())
                .returns(method.returnType())
                .addParameters(method.parameters())
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        owner + " was refused; see the errors of its compilation")
                .build();
    }
}
