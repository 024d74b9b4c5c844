package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Programs that draw random numbers: each is drawn once, in the forward sweep, and is the same in the reverse sweep. */
class DrawProgramsTest {

    private static final double[] X = {0.3, -1.2, 2.5, 0.8};

    /** Draws the same numbers again once it has been started again, and counts them. */
    public static final class Tape implements RandomGenerator {

        private int draws;

        @Override
        public long nextLong() {
            return new Random(draws++).nextLong();
        }
    }

    private static final String DRAWS = """
            final class F {
                @Differentiable static double f(double[] x, long seed) {
                    RandomGenerator random = new java.util.SplittableRandom(seed);
                    return g(x, random);
                }
                @Differentiable static double g(double[] x, RandomGenerator random) {
                    double sum = random.nextGaussian() * x[0];
                    for (int i = 0; i < x.length; i++) {
                        if (random.nextBoolean()) continue;
                        double noise = random.nextDouble();
                        sum += noise * x[i] * x[i] * x[random.nextInt(x.length)];
                        if (random.nextDouble() < 0.3 && sum > 0) sum *= scale(random, x[i]);
                        while (random.nextInt(4) != 0) sum += 0.1 * Math.sin(sum + random.nextDouble());
                    }
                    return random.nextBoolean() ? sum * random.nextInt(1, 5) : sum / 2;
                }
                private static double scale(RandomGenerator random, double x) {
                    return 1 + 0.1 * random.nextGaussian() * Math.cos(x) * random.nextDouble();
                }
            }""";

    @Test
    void drawsInLoopsConditionsAndHelpers() {
        Probe probe = Probe.of(Compiled.of(DRAWS), "F", "f");
        for (long seed = 0; seed < 8; seed++) {
            probe.agreesAt(X, seed);
        }
    }

    @Test
    void nothingIsDrawnTwiceOrInReverse() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(DRAWS.replace("final class F", "public final class F")
                .replace("static double g", "public static double g"));
        Tape expected = new Tape();
        compiled.type("F").getMethod("g", double[].class, RandomGenerator.class).invoke(null, X, expected);
        Class<?> type = compiled.type("FGradient");
        Object gradient = type.getMethod("create").invoke(null);
        Tape actual = new Tape();
        type.getMethod("g", double[].class, RandomGenerator.class).invoke(gradient, X, actual);
        assertThat(actual.draws).isGreaterThan(4).isEqualTo(expected.draws);
        type.getMethod("gBackward", double.class).invoke(gradient, 1.0);
        assertThat(actual.draws).isEqualTo(expected.draws);
    }

    @Test
    void drawsFromAFieldAreRecorded() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of("""
                public final class Dropout {
                    final RandomGenerator random;
                    @Parameter public final double[] w = {1, 2, 3, 4};
                    public Dropout(RandomGenerator random) { this.random = random; }
                    @Differentiable public double[] forward(double[] x) {
                        double[] y = new double[x.length];
                        for (int i = 0; i < x.length; i++) if (random.nextDouble() < 0.5) y[i] = w[i] * x[i];
                        return y;
                    }
                }""");
        Object model =
                compiled.type("Dropout").getConstructor(RandomGenerator.class).newInstance(new Random(5));
        Class<?> type = compiled.type("DropoutGradient");
        Object gradient = type.getMethod("of", compiled.type("Dropout")).invoke(null, model);
        for (int n = 0; n < 5; n++) {
            double[] y = (double[]) type.getMethod("forward", double[].class).invoke(gradient, X);
            type.getMethod("backward", double[].class).invoke(gradient, (Object) new double[] {1, 1, 1, 1});
            double[] slope = (double[]) type.getMethod("x").invoke(gradient);
            for (int i = 0; i < X.length; i++) {
                assertThat(slope[i]).isEqualTo(y[i] == 0 ? 0 : i + 1);
            }
        }
    }
}
