package dev.gradwright.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;

/**
 * A generated source file: what all of them have in common is added here, the annotations that mark it as generated and the
 * comment at its top. The same input gives the same text, byte by byte.
 */
public final class GeneratedSource {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.gradwright.processor.DifferentiableProcessor";

    private GeneratedSource() {}

    /**
     * Completes a class.
     *
     * @param packageName the package it goes to
     * @param type the class
     * @param source the class it is made from, for people
     */
    public static JavaFile of(String packageName, TypeSpec.Builder type, String source) {
        TypeSpec complete = type.addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", PROCESSOR)
                        .addMember("comments", "$S", "from " + source)
                        .build())
                .addAnnotation(Names.GENERATED_GRADIENT)
                .build();
        return JavaFile.builder(packageName, complete)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** The name a file is known by. */
    public static String qualifiedName(JavaFile file) {
        String name = Objects.requireNonNull(file.typeSpec().name());
        return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    }
}
