package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import dev.gradwright.tape.Tape;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpointed loops have the gradient of the same loops without checkpoints, to the last bit, in less memory. */
class CheckpointTest {

    private static final double[] U = {0.4, -0.3, 0.9, 0.2, -0.7};

    /** Waves with damping that depends on the state: arrays in place, a local array, a helper of the helper, an active number. */
    private static String waves(String annotation) {
        return """
                final class F {
                    @Differentiable static double f(double[] u, double[] v, double c, int steps) {
                        for (int t = 0; t < steps; t++) step(u, v, c * 0.1, t);
                        double s = 0; for (int i = 0; i < u.length; i++) s += u[i] * u[i] + v[i] * u[0];
                        return s;
                    }
                    %s private static void step(double[] u, double[] v, double h, int t) {
                        double[] force = new double[u.length];
                        for (int i = 1; i + 1 < u.length; i++) force[i] = u[i - 1] - 2 * u[i] + u[i + 1];
                        for (int i = 0; i < u.length; i++) { v[i] += h * damped(force[i], v[i]) + 0.001 * t; if (v[i] > 0.5) v[i] = Math.sin(v[i]); u[i] += h * v[i]; }
                    }
                    private static double damped(double force, double v) { return force - Math.tanh(v) * v; }
                }""".formatted(annotation);
    }

    private static Generated gradient(Compiled compiled, Tape tape) {
        return Generated.on(compiled, "FGradient", tape);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 1", "7, 1", "50, 3", "50, 4", "50, 50", "100, 2", "333, 5"})
    void theGradientIsTheSameToTheLastBit(int steps, int slots) {
        Tape plainTape = new Tape();
        Tape tape = new Tape();
        Generated plain = gradient(Compiled.of(waves("")), plainTape);
        Generated checkpointed = gradient(Compiled.of(waves("@Checkpoint(slots = " + slots + ")")), tape);
        for (int i = 0; i < 3; i++) {
            double[] u = U.clone();
            double[] v = U.clone();
            Object value = plain.call("fValueAndGradient", U.clone(), U.clone(), 0.7, steps);
            assertThat(checkpointed.call("fValueAndGradient", u, v, 0.7, steps)).isEqualTo(value);
            assertThat((double[]) checkpointed.call("fU")).containsExactly((double[]) plain.call("fU"));
            assertThat((double[]) checkpointed.call("fV")).containsExactly((double[]) plain.call("fV"));
            assertThat(checkpointed.call("fC")).isEqualTo(plain.call("fC"));
            assertThat(tape.checkpointedRuns()).isEqualTo(fewestRuns(steps, slots));
            if (steps > 0) {
                assertThat(u).as("left as the last step has left it").isNotEqualTo(U);
            }
        }
    }

    /** All steps once, and then what the binomial schedule of revolve takes (Griewank and Walther 2000, proposition 1). */
    private static long fewestRuns(int steps, int slots) {
        if (steps == 0) {
            return 0;
        }
        long runs = 0;
        while (binomial(slots + runs, slots) < steps) {
            runs++;
        }
        return 1 + (steps == 1 ? 0 : runs * steps - binomial(slots + runs, slots + 1));
    }

    private static long binomial(long n, long k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return Math.round(result);
    }

    @Test
    void theTapeStaysSmall() {
        Tape plainTape = new Tape();
        Tape tape = new Tape();
        gradient(Compiled.of(waves("")), plainTape).call("fValueAndGradient", U.clone(), U.clone(), 0.7, 1000);
        Compiled compiled = Compiled.of(waves("@Checkpoint(slots = 10)"));
        gradient(compiled, tape).call("fValueAndGradient", U.clone(), U.clone(), 0.7, 1000);
        assertThat(plainTape.peakBytes()).isGreaterThan(100_000);
        // ten states and two more, of two arrays of five numbers, one record of a step, and what the method keeps
        // itself
        assertThat(tape.peakBytes()).isBetween(12L * 2 * 5 * 8, 12L * 2 * 5 * 8 + 1000);
        assertThat(tape.checkpointedRuns()).isLessThanOrEqualTo(4 * 1000 + 1);
        assertThat(tape.bytes()).isLessThan(tape.peakBytes());
    }

    @Test
    void tangentAdjointAndDifferencesAgree() {
        Probe.of(waves("@Checkpoint(slots = 3)")).agreesAt(U, U.clone(), 0.7, 20);
    }

    @Test
    void stepsOfModelsWithParametersFieldsMatricesAndIntegers() {
        String source = """
                final class F {
                    @Parameter final double[] w = {0.4, -0.3, 0.2, 0.9}; final double[] scratch = new double[2]; final int[] counts = new int[2]; static F sample() { return new F(); }
                    @Differentiable DMatrixRMaj f(DMatrixRMaj x, double[][] rows, int n) {
                        DMatrixRMaj y = x.copy();
                        for (int i = 0; i < 2; i++) { scratch[i] = w[i]; counts[i] = i; }
                        for (int t = 1; t <= n; t++) step(y, x, rows, t);
                        CommonOps_DDRM.scale(scratch[0] * rows[1][0], y); return y;
                    }
                    %s private void step(DMatrixRMaj y, DMatrixRMaj x, double[][] rows, int t) {
                        DMatrixRMaj z = new DMatrixRMaj(1, 1); CommonOps_DDRM.mult(y, x, z); CommonOps_DDRM.scale(0.5 * w[counts[0] %% 4], z); CommonOps_DDRM.add(z, x, y);
                        for (int i = 0; i < 2; i++) { scratch[i] = Math.sin(scratch[i] + y.get(0, i) * w[2]) ; rows[i][t %% 2] += scratch[1 - i] * y.get(i, 0); counts[i] += t; }
                    }
                }""";
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{0.5, -0.2}, {0.3, 0.4}});
        double[][] rows = {{0.1, 0.2}, {0.7, -0.4}};
        Compiled compiled = Compiled.of(source.formatted("@Checkpoint(slots = 2)"));
        Probe.of(compiled, "F", "f").agreesAt(x, rows, 9).agreesAt(x, rows, 0);
        Generated plain = Generated.of(Compiled.of(source.formatted("")), "F");
        Generated checkpointed = Generated.of(compiled, "F");
        for (Generated gradient : new Generated[] {plain, checkpointed}) {
            gradient.call("f", x.copy(), new double[][] {rows[0].clone(), rows[1].clone()}, 9);
            gradient.call("fBackward", new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}}));
        }
        assertThat(((DMatrixRMaj) checkpointed.call("fX")).data).containsExactly(((DMatrixRMaj) plain.call("fX")).data);
        assertThat((double[]) checkpointed.field("w")).containsExactly((double[]) plain.field("w"));
    }

    @Test
    void twoLoopsOneInsideAStepOfTheOther() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[] u, int n) {
                        double[] v = u.clone();
                        for (int t = 0; t < n; t++) outer(v, u, t);
                        for (int t = 0; t < n; t++) inner(v, t);
                        return v[0] * v[1];
                    }
                    @Checkpoint(slots = 2) private static void outer(double[] v, double[] u, int t) { for (int k = 0; k < t; k++) inner(v, k); v[1] += u[0]; }
                    @Checkpoint(slots = 2) private static void inner(double[] v, int k) { v[0] = Math.sin(v[0] * v[1] + k); v[1] = v[1] * v[0] + 1; }
                }""").agreesAt(new double[] {0.3, 0.4}, 6);
    }

    @Test
    void aStateThatChangesItsShapeIsRefusedWhenItRuns() {
        Generated gradient = Generated.create(Compiled.of("""
                final class F {
                    @Differentiable static double f(DMatrixRMaj a, int n) { DMatrixRMaj y = a.copy(); for (int t = 0; t < n; t++) step(y, a); return CommonOps_DDRM.elementSum(y); }
                    @Checkpoint(slots = 2) private static void step(DMatrixRMaj y, DMatrixRMaj a) { DMatrixRMaj z = y.copy(); CommonOps_DDRM.multTransB(z, a, y); }
                }"""), "FGradient");
        assertThatThrownBy(() -> gradient.call("fValueAndGradient", new DMatrixRMaj(2, 3), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a matrix that a checkpointed step advances has become 2x2; it was 2x3 and must keep its shape");
    }

    @Test
    void stepsMayMakeArraysOfArraysAndObjectsOfTheirOwn() {
        Probe.of("""
                final class F {
                    static final class Cell { double[] rows; double sum; Cell(double[] rows, double sum) { this.rows = rows; this.sum = sum; } }
                    enum Mode { LOW, HIGH }
                    @Differentiable static double f(double[] u, double[] v, int n) { for (int t = 0; t < n; t++) step(u, v, t); return u[0] * v[1]; }
                    static double total(double[][] rows) { return 0.01 * (rows[0][0] + rows[1][1]); } @Differentiable static double of(double[][] rows) { return total(rows); }
                    @Checkpoint(slots = 2) private static void step(double[] u, double[] v, int t) {
                        double[][] both = {u, v}; double[][][] cube = new double[2][2][2]; Cell cell = new Cell(v, u[1]); Cell[] cells = {cell, new Cell(u, v[0])};
                        both[0][0] *= Math.cos(both[1][1]); cube[1] = both; cube[1][1][0] -= 0.1 * u[0]; cells[t % 2].rows[1] += Math.sin(cell.sum); cells[1].rows = v; cells[1].rows[0] *= u[1]; u[1] -= total(new double[][] {u, v});
                        switch (u[0] > 0 ? Mode.LOW : Mode.HIGH) { case LOW -> u[0] += 0.1 * v[0]; default -> u[0] -= 0.2; }
                    }
                }""")
                .agreesAt(new double[] {0.4, -0.3}, new double[] {0.9, 0.2}, 7)
                .agreesAt(new double[] {0.4, -0.3}, new double[] {0.9, 0.2}, 0);
    }

    @Test
    void fieldsThatAStepDoesNotUseMayChangeTheirShapeAfterIt() {
        Probe.of("""
                final class F {
                    final DMatrixRMaj buffer = new DMatrixRMaj(2, 2); final double[] rates = {0.3, 0.2}; static F sample() { return new F(); }
                    @Differentiable double f(DMatrixRMaj m, double[] u, int n) {
                        rates[0] = 0.3 * u[1];
                        for (int t = 0; t < n; t++) step(u, t);
                        rates[0] = 7; CommonOps_DDRM.transpose(m, buffer); return u[0] * buffer.get(1, 0) * buffer.get(2, 0);
                    }
                    @Checkpoint(slots = 2) private void step(double[] u, int t) { u[0] += Math.sin(u[1]) * rate(); u[1] *= u[0]; }
                    private double rate() { return rates[0]; }
                }""").agreesAt(new DMatrixRMaj(new double[][] {{0.4, -0.3, 0.8}}), new double[] {0.9, 0.2}, 6);
    }
}
