package dev.gradwright.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.gradwright.processor.testing.Compiled;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DifferentiableProcessorTest {

    private static final String AFFINE = """
            @Differentiable public final class Affine {
                @Parameter @Shape("inputs, outputs") final DMatrixRMaj weight = new DMatrixRMaj(5, 3);
                public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x) { return CommonOps_DDRM.mult(x, weight, null); }
            %s}
            """;

    private static JavaFileObject file(String name, String text) {
        return JavaFileObjects.forSourceString(name, text);
    }

    @Test
    void aFailureOfOurOwnIsReportedOnItsClassAndLeavesTheOthersAlone() {
        assertBadIsReported(new DifferentiableProcessor(compiler -> type -> {
            if (type.getSimpleName().contentEquals("Bad")) {
                throw new IllegalStateException("planted");
            }
            return new Pipeline(compiler).read(type);
        }));
    }

    @Test
    void aFailureOnAnotherThreadIsReportedOnItsClassTooAndLeavesTheOthersAlone() {
        assertBadIsReported(new DifferentiableProcessor(compiler -> type -> {
            Supplier<Generated> rest = new Pipeline(compiler).read(type);
            return () -> {
                if (type.getSimpleName().contentEquals("Bad")) {
                    throw new StackOverflowError("planted");
                }
                return rest.get();
            };
        }));
    }

    private static void assertBadIsReported(DifferentiableProcessor processor) {
        Compilation compilation = javac().withProcessors(processor)
                .compile(
                        file(
                                "Bad",
                                "class Bad { @dev.gradwright.Differentiable static double f(double x) { return x; } }"),
                        file(
                                "Good",
                                "class Good { @dev.gradwright.Differentiable static double f(double x) { return x; } }"),
                        file("User", "class User { Object use() { return GoodGradient.create(); } }"));
        assertThat(compilation.errors()).hasSize(1);
        String message = compilation.errors().get(0).getMessage(Locale.ROOT);
        assertThat(message)
                .startsWith("[GW902] Gradwright has failed on Bad.")
                .contains("planted", "at dev.gradwright");
        assertThat(compilation.errors().get(0).getSource().getName()).endsWith("Bad.java");
    }

    @Test
    void theSameSourcesInAnotherOrderGiveTheSameBytes() {
        JavaFileObject f = file(
                "t.F",
                "package t; class F { @dev.gradwright.Differentiable static double f(double x) { return G.g(x) * x; } }");
        JavaFileObject g = file(
                "t.G",
                "package t; class G { @dev.gradwright.Differentiable static double g(double x) { return x * x; } }");
        assertThat(outputs(f, g)).hasSize(7).isEqualTo(outputs(g, f));
    }

    @Test
    void messagesComeInTheOrderOfTheClassesThoughClassesAreDerivedSideBySide() {
        List<String> names =
                IntStream.range(10, 50).mapToObj(number -> "F" + number).toList();
        JavaFileObject[] files =
                names.stream().map(name -> file(name, """
                        class %s {
                            @dev.gradwright.Differentiable static double f(double[] x) { x[0] = x[0] * x[0]; return x[0]; }
                        }
                        """.formatted(name))).toArray(JavaFileObject[]::new);
        Compilation compilation = javac().withProcessors(new DifferentiableProcessor())
                .withOptions("-A" + Pipeline.PLAN)
                .compile(files);
        assertThat(compilation.notes())
                .filteredOn(note -> note.getMessage(Locale.ROOT).contains(".f"))
                .extracting(note -> note.getSource().getName())
                .containsExactlyElementsOf(
                        names.stream().map(name -> name + ".java").toList());
    }

    @Test
    void noThreadStaysWhenTheCompilationIsOver() throws InterruptedException {
        outputs(file("F", "class F { @dev.gradwright.Differentiable static double f(double x) { return x; } }"));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("gradwright")) {
                thread.join(Duration.ofMinutes(1).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static Map<String, String> outputs(JavaFileObject... files) {
        Compilation compilation =
                javac().withProcessors(new DifferentiableProcessor()).compile(files);
        Map<String, String> outputs = new TreeMap<>();
        compilation.generatedFiles().stream()
                .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
                .forEach(file -> outputs.put(file.getName(), Compiled.content(file)));
        return outputs;
    }

    @Test
    void aClassWithABrokenDeclarationIsLeftToTheCompiler() {
        Compilation compilation = Compiled.compile(
                "final class F {\n@Parameter final double[] w = {1};\n@Differentiable Missing f(double x) { return null; } }");
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).contains("cannot find symbol", "Missing");
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(Compiled.headerLines() + 3);
    }

    @Test
    void aClassMayUseItsOwnGradient() {
        Compiled compiled = Compiled.of(AFFINE.formatted("""
                    double norm() { var g = AffineGradient.of(this); g.zero(); return CommonOps_DDRM.elementSum(g.weight); }
                """));
        assertThat(compiled.type("AffineGradient")).isNotNull();
    }

    @Test
    void anonymousClassesAndLambdasMayStandBesideDifferentiableCode() {
        Compiled compiled = Compiled.of(AFFINE.formatted("""
                    Comparator<String> order() { return new Comparator<>() { public int compare(String a, String b) { return a.compareTo(b); } }; }
                    Runnable task() { var list = new ArrayList<String>(); return () -> list.forEach(s -> s.length()); }
                """));
        assertThat(compiled.type("AffineTangent")).isNotNull();
    }

    @Test
    void aWrongShapeAtRunTimeNamesBothShapesAndTheDimension() throws ReflectiveOperationException {
        Object gradient = gradient();
        Method forward = method(gradient, "forward");
        assertThatThrownBy(() -> forward.invoke(gradient, new DMatrixRMaj(4, 7)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Affine.forward: x is 4x7, but weight is 5x3: inputs is 7 and 5");
    }

    @Test
    void backwardWithoutForwardAndTwiceSaysSo() throws ReflectiveOperationException {
        Object gradient = gradient();
        Method backward = method(gradient, "backward");
        DMatrixRMaj seed = new DMatrixRMaj(2, 3);
        assertThatThrownBy(() -> backward.invoke(gradient, seed))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "AffineGradient.backward needs a record of AffineGradient.forward, but nothing has been recorded. Call"
                                + " AffineGradient.forward first, then AffineGradient.backward once.");
        method(gradient, "forward").invoke(gradient, new DMatrixRMaj(2, 5));
        backward.invoke(gradient, seed);
        assertThatThrownBy(() -> backward.invoke(gradient, seed))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its record has been consumed already");
    }

    @Test
    void generatedCodeNamesTheLinesItDerivesFrom() {
        Compiled compiled =
                Compiled.of("final class F { @Differentiable static double f(double x) {\n    return x * x;\n} }");
        assertThat(compiled.source("FGradient"))
                .contains("// F.java:" + (Compiled.headerLines() + 2) + ": return x * x;")
                .contains("@GeneratedGradient");
    }

    private static Object gradient() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(AFFINE.formatted(""));
        Class<?> affine = compiled.type("Affine");
        return compiled.type("AffineGradient")
                .getMethod("of", affine)
                .invoke(null, affine.getConstructor().newInstance());
    }

    private static Method method(Object target, String name) {
        return Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
