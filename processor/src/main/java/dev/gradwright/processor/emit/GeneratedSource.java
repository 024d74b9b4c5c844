package dev.gradwright.processor.emit;

import dev.gradwright.processor.source.AnnotationSpec;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.JavaFile;
import dev.gradwright.processor.source.TypeSpec;

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
        return new JavaFile(packageName, complete);
    }
}
