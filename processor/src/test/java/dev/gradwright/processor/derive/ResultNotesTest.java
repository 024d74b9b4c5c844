package dev.gradwright.processor.derive;

import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Gradient;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.tape.ResultLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What a log is told of the results of inner calls while a gradient records. */
class ResultNotesTest {

    private static final double[] X = {0.3, -1.2, 0.7};

    private static final String LAYER = """
            @Differentiable public final class Layer {
                @Parameter final double[] scale; Layer(double... scale) { this.scale = scale; }
                public double[] forward(double[] x) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < x.length; i++) y[i] = Math.tanh(scale[i] * x[i]);
                    return y;
                }
            }
            """;

    /** Copies what it is told. */
    private static final class Notes extends ResultLog {

        private final Gradient root;
        private final List<String> names = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private int records;

        Notes(Gradient root) {
            super(root);
            this.root = root;
        }

        @Override
        protected void begun() {
            records++;
        }

        @Override
        protected void returned(Object of, String method, Object result) {
            String path = root.parameters().models().entrySet().stream()
                    .filter(entry -> entry.getValue() == of)
                    .map(entry -> entry.getKey() + ".")
                    .findFirst()
                    .orElse(of == root ? "" : of.getClass().getSimpleName() + ".");
            names.add(path + method);
            values.add(numbers(result));
        }

        private static double[] numbers(Object result) {
            if (result instanceof DMatrixRMaj matrix) {
                return Arrays.copyOf(matrix.data, matrix.getNumElements());
            } else if (result instanceof double[] array) {
                return array.clone();
            }
            return Arrays.stream((Object[]) result)
                    .flatMapToDouble(row -> Arrays.stream(numbers(row)))
                    .toArray();
        }

        Map<String, double[]> byName() {
            Map<String, double[]> map = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), values.get(i));
            }
            return map;
        }
    }

    /** The gradient of a class {@code F} with a log beside it. */
    private static final class Watched {

        private final Compiled compiled;
        private final Gradient gradient;
        private final Notes notes;

        Watched(Compiled compiled) {
            this.compiled = compiled;
            Class<?> type = compiled.type("F");
            try {
                this.gradient = (Gradient)
                        call(compiled.type("FGradient").getMethod("of", type), null, call(named(type, "sample"), null));
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
            this.notes = new Notes(gradient);
        }

        static Watched of(String... sources) {
            return new Watched(Compiled.of(sources));
        }

        Object record(Object... arguments) {
            return call(named(gradient.getClass(), "f"), gradient, arguments);
        }

        void backward() {
            call(named(gradient.getClass(), "fBackward"), gradient, 1.0);
        }

        Map<String, double[]> listened(Object... arguments) {
            notes.listen();
            try {
                record(arguments);
            } finally {
                notes.stopListening();
            }
            return notes.byName();
        }
    }

    private final Watched net = Watched.of(LAYER, """
            public final class F {
                final Layer first = new Layer(1.3, 0.2, -0.7); final Layer[] others = {new Layer(0.4, 2.1, 1.7), new Layer(-0.6, 0.9, 0.1)};
                static F sample() { return new F(); }
                @Differentiable public double f(double[] x) {
                    double[] h = first.forward(x);
                    for (Layer layer : others) h = layer.forward(h);
                    return sum(first.forward(h));
                }
                private static double sum(double[] v) { double s = 0; for (double e : v) s += e; return s; }
            }
            """);
    private final Notes notes = net.notes;

    private static double[] tanh(double[] x, double... scale) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.tanh(scale[i] * x[i]);
        }
        return y;
    }

    @Test
    void layersAreNamedByTheirFieldsAndToldInTheOrderOfTheirCalls() {
        net.listened(X);
        assertThat(notes.names)
                .containsExactly("first.forward", "others[0].forward", "others[1].forward", "first.forward");
        assertThat(notes.records).isEqualTo(1);
    }

    @Test
    void valuesAreThoseOfTheUsersMethodsToTheLastBit() {
        net.listened(X);
        double[] first = tanh(X, 1.3, 0.2, -0.7);
        double[] second = tanh(first, 0.4, 2.1, 1.7);
        double[] third = tanh(second, -0.6, 0.9, 0.1);
        assertThat(notes.values).containsExactly(first, second, third, tanh(third, 1.3, 0.2, -0.7));
    }

    @Test
    void aLogThatDoesNotListenIsToldNothing() {
        net.record(X);
        net.listened(X);
        int told = notes.names.size();
        net.record(X);
        assertThat(notes.names).hasSize(told);
        assertThat(notes.records).isEqualTo(1);
    }

    @Test
    void listeningChangesNeitherTheValueNorTheGradient() {
        double quiet = (double) net.record(X);
        net.backward();
        double[] expected = new double[net.gradient.parameters().size()];
        net.gradient.parameters().copyGradientsTo(expected);
        net.gradient.zero();
        notes.listen();
        double watched = (double) net.record(X);
        net.backward();
        notes.stopListening();
        double[] actual = new double[expected.length];
        net.gradient.parameters().copyGradientsTo(actual);
        assertThat(watched).isEqualTo(quiet);
        assertThat(actual).containsExactly(expected);
    }

    @Test
    void anotherGradientOfTheSameModelIsNoConcernOfTheLog() {
        Watched other = new Watched(net.compiled);
        notes.listen();
        other.record(X);
        notes.stopListening();
        assertThat(notes.names).isEmpty();
    }

    @Test
    void recordsOnAnotherThreadAreTold() throws InterruptedException {
        notes.listen();
        Thread thread = new Thread(() -> net.record(X));
        thread.start();
        thread.join();
        notes.stopListening();
        assertThat(notes.names).hasSize(4);
    }

    @Test
    void severalLogsListenAndStopIndependently() {
        Notes second = new Notes(net.gradient);
        second.listen();
        notes.listen();
        notes.listen();
        net.record(X);
        second.stopListening();
        net.record(X);
        notes.stopListening();
        assertThat(second.names).hasSize(4);
        assertThat(notes.names).hasSize(8);
    }

    @Test
    void modelsInsideOfModelsHaveTheWholePath() {
        Watched nested = Watched.of(LAYER, """
                public final class Block {
                    final Layer[] layers = {new Layer(1.3, 0.2, -0.7), new Layer(0.4, 2.1, 1.7)};
                    @Differentiable public double[] forward(double[] x) { for (Layer layer : layers) x = layer.forward(x); return x; }
                }
                """, """
                public final class F {
                    final Block left = new Block(); static F sample() { return new F(); }
                    @Differentiable public double f(double[] x) { return left.forward(x)[0]; }
                }
                """);
        nested.listened(X);
        assertThat(nested.notes.names)
                .containsExactly("left.layers[0].forward", "left.layers[1].forward", "left.forward");
        assertThat(nested.gradient.parameters().models()).containsOnlyKeys("left", "left.layers[0]", "left.layers[1]");
    }

    @Test
    void helpersAndFunctionsOfOtherClassesAreTold() {
        Watched helped = Watched.of("""
                public final class Squares {
                    @Differentiable public static double[] of(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = x[i] * x[i]; return y; }
                }
                """, """
                public final class F {
                    @Parameter final double[] w = {2, 3, 4}; static F sample() { return new F(); }
                    @Differentiable public double f(double[] x) { return Squares.of(scaled(x))[1]; }
                    private double[] scaled(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = w[i] * x[i]; return y; }
                }
                """);
        Map<String, double[]> told = helped.listened(X);
        double[] scaled = {2 * 0.3, 3 * -1.2, 4 * 0.7};
        assertThat(told).containsOnlyKeys("scaled", "SquaresGradient.of");
        assertThat(told.get("scaled")).containsExactly(scaled);
        assertThat(told.get("SquaresGradient.of"))
                .containsExactly(Arrays.stream(scaled).map(v -> v * v).toArray());
    }

    @Test
    void recursionIsToldFromTheInnermostCallOutwards() {
        Watched recursive = Watched.of("""
                public final class F {
                    @Parameter final double[] w = {0.5}; static F sample() { return new F(); }
                    @Differentiable public double f(double[] x) { return again(x, 3)[0]; }
                    private double[] again(double[] x, int depth) {
                        double[] y = {w[0] * x[0]};
                        return depth == 0 ? y : again(y, depth - 1);
                    }
                }
                """);
        recursive.listened(new double[] {1});
        assertThat(recursive.notes.names).containsExactly("again", "again", "again", "again");
        assertThat(recursive.notes.values).allSatisfy(value -> assertThat(value).containsExactly(0.0625));
    }

    @Test
    void matricesTablesAndComponentsOfRecordsAreTold() {
        Watched shapes = Watched.of("""
                public record Both(DMatrixRMaj mean, double[][] spread) {}
                """, """
                public final class F {
                    @Parameter final DMatrixRMaj w = new DMatrixRMaj(2, 2, true, 1, 2, 3, 4); static F sample() { return new F(); }
                    @Differentiable public double f(double x) { Both b = both(x); return b.mean().get(0, 1) + b.spread()[1][0]; }
                    private Both both(double x) {
                        DMatrixRMaj m = new DMatrixRMaj(2, 2); CommonOps_DDRM.scale(x, w, m);
                        return new Both(m, new double[][] {{x}, {x * w.get(0, 0)}});
                    }
                }
                """);
        Map<String, double[]> told = shapes.listened(0.5);
        assertThat(told).containsOnlyKeys("both.mean", "both.spread");
        assertThat(told.get("both.mean")).containsExactly(0.5, 1, 1.5, 2);
        assertThat(told.get("both.spread")).containsExactly(0.5, 0.5);
    }

    @Test
    void implementationsOfAnInterfaceHaveTheNameOfTheField() {
        Watched chosen =
                Watched.of("@Differentiable public interface Step { double[] forward(double[] x); }", """
                @Differentiable public final class Twice implements Step {
                    @Parameter final double[] w = {2}; public double[] forward(double[] x) { return new double[] {w[0] * x[0]}; }
                }
                """, """
                public final class F {
                    final Step step = new Twice(); static F sample() { return new F(); }
                    @Differentiable public double f(double[] x) { return step.forward(x)[0]; }
                }
                """);
        assertThat(chosen.listened(new double[] {3}).get("step.forward")).containsExactly(6);
    }

    @Test
    void stepsThatACheckpointedLoopRunsAgainAreNotToldTwice() {
        Watched loop = Watched.of("""
                public final class F {
                    @Parameter final double[] w = {0.9}; static F sample() { return new F(); }
                    @Differentiable public double f(double[] x) { double[] u = scaled(x); for (int t = 0; t < 6; t++) step(u, t); return u[0]; }
                    @Checkpoint(slots = 2) private void step(double[] u, int t) { double[] v = scaled(u); u[0] = v[0] + u[0]; }
                    private double[] scaled(double[] x) { return new double[] {w[0] * x[0]}; }
                }
                """);
        loop.notes.listen();
        loop.record(new double[] {1});
        int told = loop.notes.names.size();
        loop.backward();
        loop.notes.stopListening();
        assertThat(loop.notes.names).hasSize(told).isNotEmpty();
    }

    @Test
    void methodsThatReturnANumberAreSparedTheNote() {
        assertThat(net.compiled.source("FGradient")).doesNotContain("tape.results().returned");
        assertThat(net.compiled.source("LayerGradient"))
                .containsOnlyOnce("tape.results().returned(this, \"forward\", y)");
    }
}
