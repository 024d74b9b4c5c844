package dev.gradwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

class GeneratedTestsTest {

    private static final String LAYER = """
            public final class Layer {
                @Parameter @Shape("size") final double[] weight;
                final Random noise = new Random();
                public Layer(int size, RandomGenerator random) { weight = random.doubles(size).toArray(); }
                @Differentiable
                @GradientCheckOptions(tolerance = 1e-6, coordinates = 50, seed = 5, samples = 2, burnIn = 4)
                public double loss(@Shape("size") double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) { double keep = noise.nextBoolean() ? 1 : 0; sum += keep * Math.exp(weight[i] * x[i]); }
                    return sum;
                }
                @Regularization
                public double penalty() { double sum = 0; for (double w : weight) sum += 1000 * w * w; return sum; }
                @GradientTests static final class Marker {}
            }""";

    private static GradientCheck sample(Compiled compiled, String checker, String method, long seed)
            throws ReflectiveOperationException {
        return (GradientCheck)
                compiled.type(checker).getMethod(method + "Sample", long.class).invoke(null, seed);
    }

    @Test
    void optionsTuneTheTestOfAMethod() {
        String test = Compiled.of(LAYER).source("LayerGradientTest");
        assertThat(test)
                .contains("for (long seed = 5; seed < 5 + 2; seed++)")
                .contains(
                        "LayerGradientChecker.lossSample(seed).threshold(1.0E-6).coordinates(50).burnIn(4).orThrow();")
                .contains("for (long seed = 1; seed < 1 + 3; seed++)")
                .contains("LayerGradientChecker.penaltySample(seed).orThrow();");
    }

    @Test
    void aDisabledTestSaysWhy() {
        String test = Compiled.of("""
                        @GradientCheckOptions(disabled = "until the table is read")
                        public final class F {
                            @Differentiable public static double f(double x) { return x * x; }
                            @GradientTests static final class Marker {}
                        }""").source("FGradientTest");
        assertThat(test).contains("@Disabled(\"until the table is read\")");
    }

    @Test
    void aModelsGeneratorsAreSeededAndItsPenaltyIsCheckedApart() throws ReflectiveOperationException {
        GradientReport report = sample(Compiled.of(LAYER), "LayerGradientChecker", "loss", 3)
                .burnIn(2)
                .run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.passes())
                .extracting(PassReport::title)
                .startsWith("data loss", "penalty", "data loss and penalty", "data loss after 2 steps");
        assertThat(report.regularization().get(0).dominates()).isTrue();
        assertThat(report.replay()).contains("LayerGradientChecker.lossSample(3).run()");
    }

    @Test
    void aWrongDerivativeByHandIsFoundWithItsCause() throws ReflectiveOperationException {
        GradientReport report =
                sample(Compiled.of("""
                        public final class F {
                            @Differentiable public static double f(@Shape("n") double[] x) { double s = 0; for (double v : x) s += square(v); return s; }
                            @PartialDerivatives("slope") static double square(double x) { return x * x; }
                            static double slope(double x) { return x; }
                        }"""), "FGradientChecker", "f", 1).run();
        assertThat(report.isRight()).isFalse();
        assertThat(report.failures()).last().asString().contains("likely cause: x: a factor of 2");
    }

    @Test
    void rowsThatAreLookedUpTwiceAreKnown() throws ReflectiveOperationException {
        GradientCheck check = sample(Compiled.of("""
                        public final class F {
                            @Differentiable public static double f(@Shape("rows, 2") double[][] table, @Shape("n") @Index("rows") int[] words) {
                                double s = 0; for (int w : words) s += table[w][0] * table[w][1]; return s;
                            }
                        }"""), "FGradientChecker", "f", 1);
        assertThat(check.run().failures()).isEmpty();
    }
}
