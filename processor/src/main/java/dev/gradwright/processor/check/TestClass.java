package dev.gradwright.processor.check;

import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.source.AnnotationSpec;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Lays out the JUnit 5 test of a differentiable class. It calls the class's checker; where no sample can be made it is abstract and
 * wants the check from a subclass.
 */
public final class TestClass {

    private static final ClassName TEST = ClassName.get("org.junit.jupiter.api", "Test");
    private static final ClassName DISABLED = ClassName.get("org.junit.jupiter.api", "Disabled");

    private TestClass() {}

    /**
     * A method of a checker.
     *
     * @param method the name of the differentiable method
     * @param hasSample whether the checker can make a sample
     * @param tuning what its test is asked for
     */
    public record Check(String method, boolean hasSample, Tuning tuning) {}

    /** The name of the test of a checker: {@code AffineGradientTest} for {@code AffineGradientChecker}. */
    public static String name(String checker) {
        return checker.substring(0, checker.length() - "Checker".length()) + "Test";
    }

    /** The test that runs a checker's checks. */
    public static TypeSpec.Builder of(ClassName checker, List<Check> checks) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name(checker.simpleName()))
                .addJavadoc("Runs the checks of {@link $T}.\n", checker);
        for (Check check : checks) {
            if (check.hasSample()) {
                type.addMethod(sampled(checker, check));
            } else {
                addUnsampled(type, checker, check);
            }
        }
        return type;
    }

    private static MethodSpec sampled(ClassName checker, Check check) {
        Tuning tuning = check.tuning();
        return test(check)
                .beginControlFlow(
                        "for (long seed = $1L; seed < $1L + $2L; seed++)",
                        literal(tuning.firstSeed()),
                        tuning.samples())
                .addStatement(
                        "$T.$L$L(seed)$L.orThrow()", checker, check.method(), CheckerClass.SAMPLE, tuning.settings())
                .endControlFlow()
                .build();
    }

    private static void addUnsampled(TypeSpec.Builder type, ClassName checker, Check check) {
        String wanted = check.method() + "Check";
        type.addModifiers(Modifier.ABSTRACT);
        type.addMethod(MethodSpec.methodBuilder(wanted)
                .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                .addJavadoc(
                        "The check to run: {@code $L.$L(...)} with arguments that make sense.\n",
                        checker.simpleName(),
                        check.method())
                .returns(Names.GRADIENT_CHECK)
                .build());
        type.addMethod(test(check)
                .addStatement("$L()$L.orThrow()", wanted, check.tuning().settings())
                .build());
    }

    private static MethodSpec.Builder test(Check check) {
        MethodSpec.Builder test =
                MethodSpec.methodBuilder(check.method() + "HasTheRightGradient").addAnnotation(TEST);
        String reason = check.tuning().disabled();
        if (!reason.isEmpty()) {
            test.addAnnotation(AnnotationSpec.builder(DISABLED)
                    .addMember("value", "$S", reason)
                    .build());
        }
        return test;
    }

    /** A number that may be too large for an int. */
    private static String literal(long value) {
        return value == (int) value ? String.valueOf(value) : value + "L";
    }
}
