package dev.gradwright.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.gradwright.processor.DifferentiableProcessor;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message is provoked by a test: those that have none of their own elsewhere, by one here. */
class MessagesTest {

    /**
     * GW211 guards against members of a surrounding object, which the refusals of inner classes come before; GW903 reports a defect of
     * the resolution itself, which no source is known to have.
     */
    private static final Set<String> NOT_PROVOKED = Set.of("GW211", "GW903");

    private static final String AFFINE =
            "final class G { @Parameter final double[] w = {1}; @Differentiable double[] g(double[] x) { double[] y = x.clone(); y[0] *= w[0]; return y; } @Differentiable static double s(double x) { return x; } }";

    static Stream<Arguments> sources() {
        return Stream.of(
                f("GW106", "static double f(double x) { return x * nowhere; }"),
                f(
                        "GW107",
                        "static double f(double x) { return x * help(x, x); } static double help(double y) { return y; }"),
                Arguments.of(
                        "GW108",
                        List.of(
                                "final class F { final H h = new H(); @Differentiable double f(double x) { return x * h.plain(x); } }",
                                "final class H { @Differentiable double h(double x) { return x; } double plain(double y) { return y; } }")),
                f(
                        "GW115",
                        "static double f(double x, int n) { return help(n, n) * x; } static double help(long a, int b) { return a; } static double help(int a, long b) { return b; }"),
                Arguments.of(
                        "GW117",
                        List.of(
                                "final class F { @Differentiable static double f(double x) { return G.s(x); } }",
                                AFFINE)),
                f(
                        "GW118",
                        "static double f(double x) { return g(x, x); } @PartialDerivatives(\"d\") static double g(double x, double y) { return x * y; } static double d(double x, double y) { return y; }"),
                f(
                        "GW119",
                        "static double f(double x) { return g(x); } @PartialDerivatives(\"nowhere\") static double g(double x) { return x * x; }"),
                f(
                        "GW126",
                        "static double f(double x) { return new dev.gradwright.processor.testing.Pair.Positive(x).value(); }"),
                Arguments.of(
                        "GW202",
                        List.of("class F { final class Inner { @Differentiable double f(double x) { return x; } } }")),
                f("GW205", "private static double f(double x) { return x; }"),
                f(
                        "GW206",
                        "static double f(double x, double y) { return x; } record P(double x, double y) {} @Differentiable static double f(P p) { return p.x; }"),
                f(
                        "GW231",
                        "static double f(double x, double[] a) { double y = x;"
                                + "y = 0.5 * y + Math.sin(x * y) * a[1];".repeat(700) + "return y; }"),
                f("GW208", "<T> double f(double x, T t) { return x; }"),
                Arguments.of(
                        "GW209",
                        List.of(
                                "final class F { @Differentiable static double f(double x, G g) { return x; } }",
                                AFFINE)),
                f("GW210", "static native double f(double x);"),
                f(
                        "GW212",
                        "static double f(double x) { return x; } private static final class H { @Differentiable static double h(double x) { return x; } }"),
                f("GW214", "double f(double x) { return x; } @Regularization double penalty(double x) { return x; }"),
                f("GW217", "double f(double x) { return x * w[0]; } @Parameter @Constant final double[] w = {1};"),
                Arguments.of(
                        "GW302",
                        List.of(
                                "final class F { final G g = new G(); @Differentiable double f(double[] x) { double[] y = g.g(x); x[0] = 2; return y[0]; } }",
                                AFFINE)),
                f("GW303", "double[] f(double x) { work[0] = x; return work; } final double[] work = {1};"),
                f(
                        "GW401",
                        "static double f(double[] x) { return x[0]; } @dev.gradwright.GradientTests static final class Marker { }"),
                f(
                        "GW403",
                        "@dev.gradwright.GradientCheckOptions(samples = 0) static double f(double x) { return x; } @dev.gradwright.GradientTests static final class Marker { }"),
                Arguments.of("GW402", List.of("@dev.gradwright.GradientTests final class F { }")));
    }

    /** A class with a differentiable method. */
    private static Arguments f(String code, String members) {
        return Arguments.of(code, List.of("final class F { @Differentiable " + members + " }"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isReported(String code, List<String> sources) {
        Compilation compilation = Compiled.compile(sources.toArray(String[]::new));
        List<String> codes = compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(text -> text.startsWith("[GW"))
                .map(text -> text.substring(1, 6))
                .toList();
        assertThat(codes).as("%s", compilation.diagnostics()).contains(code);
    }

    @Test
    void anotherCompilerIsToldThatThisOneIsNeeded() {
        List<String> messages = new ArrayList<>();
        Messager messager = proxy(Messager.class, (method, arguments) -> {
            messages.add(String.valueOf(arguments[1]));
            return null;
        });
        new DifferentiableProcessor()
                .init(proxy(
                        ProcessingEnvironment.class,
                        (method, arguments) -> method.equals("getMessager")
                                ? messager
                                : method.equals("getFiler") ? proxy(Filer.class, (m, a) -> null) : null));
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0)).startsWith("[GW901]");
    }

    @Test
    void everyMessageIsProvokedSomewhere() {
        String tests = sourcesOfTests();
        List<String> missing = Arrays.stream(Message.values())
                .map(Message::code)
                .filter(code -> !NOT_PROVOKED.contains(code) && !tests.contains(code))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void thePageOfRefusalsHasARowForEveryMessage() throws IOException {
        String page = Page.text("refusals.md");
        assertThat(Arrays.stream(Message.values()).map(message -> "\n| " + message.code() + " |"))
                .allSatisfy(row -> assertThat(page).containsOnlyOnce(row));
    }

    private static String sourcesOfTests() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? MessagesTest.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
