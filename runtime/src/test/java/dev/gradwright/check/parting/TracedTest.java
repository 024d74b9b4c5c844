package dev.gradwright.check.parting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.report.Parting;
import dev.gradwright.tape.Tape;
import dev.gradwright.tape.TransposeLog;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Tangent and adjoint sweeps as generated code runs them, statement by statement: z = 2 x, then y = 3 z. */
class TracedTest {

    private static final String FIRST = "F.java:1";
    private static final String SECOND = "F.java:2";

    private final Tape tape = new Tape();

    private TransposeLog log() {
        return tape.transposes();
    }

    private void tangent(double x) {
        tape.begin("tangent");
        log().before(FIRST, "z = 2 * x").add(x).end();
        log().after(FIRST, "z = 2 * x").add(x).add(2 * x).end();
        log().before(SECOND, "y = 3 * z").add(2 * x).end();
        log().after(SECOND, "y = 3 * z").add(2 * x).add(6 * x).end();
    }

    private void adjoint(double y, double two, double three) {
        tape.begin("gradient");
        log().after(SECOND, "y = 3 * z").add(0).add(y).end();
        log().before(SECOND, "y = 3 * z").add(three * y).end();
        log().after(FIRST, "z = 2 * x").add(0).add(three * y).end();
        log().before(FIRST, "z = 2 * x").add(two * three * y).end();
    }

    @Test
    void noLineIsNamedIfAllAreTransposes() {
        assertThat(Traced.of(() -> tangent(0.7), () -> adjoint(1.1, 2, 3)).lines())
                .isEmpty();
    }

    @Test
    void theLineIsNamedWhoseReverseIsNotTheTransposeAndNoneAfterIt() {
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 2, 4)).lines())
                .containsExactly(new Parting(SECOND, "y = 3 * z", 6, 8));
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, -2, 3)).lines())
                .containsExactly(new Parting(FIRST, "z = 2 * x", 6, -6));
    }

    @Test
    void severalLinesComeInTheOrderOfTheReverseSweep() {
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 3, 4)).lines())
                .extracting(Parting::place)
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void whatRoundingDoesIsNoParting() {
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 2 + 1e-13, 3)).lines())
                .isEmpty();
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 2 + 1e-6, 5)).lines())
                .extracting(Parting::place)
                .containsExactly(SECOND);
    }

    @Test
    void theLineIsNamedThatMakesAnAdjointNoNumberAndNoneThatHasItFromThere() {
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 2, Double.NaN)).lines())
                .extracting(Parting::place)
                .containsExactly(SECOND);
    }

    @Test
    void aZeroMeetsAnInfiniteTangentWithoutHarm() {
        assertThat(Traced.of(() -> tangent(Double.POSITIVE_INFINITY), () -> adjoint(0, 2, 3))
                        .lines())
                .isEmpty();
    }

    @Test
    void aStatementThatTheReverseSweepLeavesOutIsNamed() {
        Traced traced = Traced.of(() -> tangent(1), () -> {
            tape.begin("gradient");
            log().after(SECOND, "y = 3 * z").add(0).add(1).end();
            log().before(SECOND, "y = 3 * z").add(3).end();
        });
        assertThat(traced.lines()).singleElement().satisfies(line -> {
            assertThat(line.place()).isEqualTo(FIRST);
            assertThat(line.isLeftOut()).isTrue();
            assertThat(line).hasToString("F.java:1 (z = 2 * x): the reverse sweep does not come to it in its turn");
        });
    }

    @Test
    void whatCannotBeComparedIsPassedOver() {
        Traced traced = Traced.of(() -> tangent(1), () -> {
            tape.begin("gradient");
            log().after(SECOND, "y = 3 * z").add(0).end();
            log().before(SECOND, "y = 3 * z").add(7).end();
            log().after(FIRST, "z = 2 * x").add(0).add(3).end();
            log().before(FIRST, "z = 2 * x").add(6).end();
        });
        assertThat(traced.lines()).isEmpty();
    }

    @Test
    void tooMuchIsNotKept() {
        Traced traced = Traced.of(() -> tangent(1), () -> tape.begin("gradient, of which nothing is told"), false, 5);
        assertThat(traced.isTooLong()).isTrue();
        assertThat(traced.lines()).isEmpty();
        assertThat(Traced.of(() -> tangent(1), () -> adjoint(1, 2, 4), false, 6).isTooLong())
                .isFalse();
    }

    @Test
    void memoryWithSeveralNamesIsToldOnce() {
        double[] array = {1, 2, 3};
        DMatrixRMaj matrix = DMatrixRMaj.wrap(1, 3, array);
        int[] counts = new int[2];
        TransposeLog log = new TransposeLog(false) {
            @Override
            protected void told(
                    boolean isAfter, boolean isRule, String place, String what, double[] values, int count) {
                counts[isAfter ? 1 : 0] = count;
            }
        };
        log.whileCalling(() -> {
            tape.begin("tangent");
            log().before(FIRST, "")
                    .add(array, 1)
                    .add(matrix, 0, 1)
                    .add(matrix, 2)
                    .addAll(matrix)
                    .addAll(new double[][] {array, {4}})
                    .add(array, 0)
                    .addAll(null)
                    .end();
            log().after(FIRST, "").add(array, 1).add(5).end();
        });
        assertThat(counts).containsExactly(4, 2);
        tape.begin("without");
        assertThat(log()).isNull();
    }
}
