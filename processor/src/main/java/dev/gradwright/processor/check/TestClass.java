package dev.gradwright.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gradwright.processor.emit.Names;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Lays out the JUnit 5 test of a differentiable class. It calls the class's checker; where no sample can be made it is abstract and
 * wants the check from a subclass.
 */
public final class TestClass {

    private static final ClassName TEST = ClassName.get("org.junit.jupiter.api", "Test");
    private static final int SAMPLES = 3;

    private TestClass() {}

    /**
     * The methods of a checker.
     *
     * @param sampled those that have a sample
     * @param unsampled those that have none
     */
    public record Checks(List<String> sampled, List<String> unsampled) {

        public Checks {
            sampled = List.copyOf(sampled);
            unsampled = List.copyOf(unsampled);
        }
    }

    /** The name of the test of a checker: {@code AffineGradientTest} for {@code AffineGradientChecker}. */
    public static String name(String checker) {
        return checker.substring(0, checker.length() - "Checker".length()) + "Test";
    }

    /** The test that runs a checker's checks. */
    public static TypeSpec.Builder of(ClassName checker, Checks checks) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name(checker.simpleName()))
                .addJavadoc("Runs the checks of {@link $T}.\n", checker);
        for (String method : checks.sampled()) {
            type.addMethod(test(method)
                    .beginControlFlow("for (long seed = 1; seed <= $L; seed++)", SAMPLES)
                    .addStatement("$T.$L$L(seed).orThrow()", checker, method, CheckerClass.SAMPLE)
                    .endControlFlow()
                    .build());
        }
        if (!checks.unsampled().isEmpty()) {
            type.addModifiers(Modifier.ABSTRACT);
        }
        for (String method : checks.unsampled()) {
            String wanted = method + "Check";
            type.addMethod(MethodSpec.methodBuilder(wanted)
                    .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                    .addJavadoc(
                            "The check to run: {@code $L.$L(...)} with arguments that make sense.\n",
                            checker.simpleName(),
                            method)
                    .returns(Names.GRADIENT_CHECK)
                    .build());
            type.addMethod(test(method).addStatement("$L().orThrow()", wanted).build());
        }
        return type;
    }

    private static MethodSpec.Builder test(String method) {
        return MethodSpec.methodBuilder(method + "HasTheRightGradient").addAnnotation(TEST);
    }
}
