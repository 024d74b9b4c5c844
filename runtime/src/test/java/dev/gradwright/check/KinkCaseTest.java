package dev.gradwright.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KinkCaseTest {

    private final ThreeLayers layers = new ThreeLayers();

    private PassReport pass(boolean notesDecisions, double step) {
        return layers.check(notesDecisions).step(step).run().passes().get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeOf600DifferencesStraddleAKinkAtTheLargestStep(boolean notesDecisions) {
        PassReport pass = pass(notesDecisions, 1e-3);
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(pass.kinks().straddling()).isEqualTo(3);
        assertThat(pass.inputs().get(0).isComplete()).isTrue();
    }

    @Test
    void thePlacesThatDecideAreNamed() {
        assertThat(pass(true, 1e-5).kinks().sites())
                .extracting(KinkSite::place)
                .containsExactly("first hidden layer", "second hidden layer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-5, 1e-6, 1e-7})
    void noneDoesAtSmallerSteps(double step) {
        PassReport pass = pass(true, step);
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(pass.kinks().straddling()).isZero();
    }

    @Test
    void theWorstOfThemWouldBeTakenForAWrongZero() {
        double worst = 0;
        for (Coordinate each : pass(true, 1e-3).inputs().get(0).coordinates()) {
            if (each.analytic() == 0 && each.step() < 1e-3) {
                worst = Math.max(worst, Math.abs(layers.centredDifference(each.index(), 1e-3)));
                assertThat(each.verdict()).isEqualTo(Verdict.RIGHT);
                assertThat(each.numeric()).isZero();
            }
        }
        assertThat(worst).isCloseTo(1.928e-3, within(0.5e-6));
    }

    // what rounding leaves is another computer's than the published figures', so those below are orders of magnitude
    @Test
    void gradientsOfSomeSizeAgreeWell() {
        assertThat(worstAbove(1e-6, pass(true, 1e-3))).isLessThan(3.2e-8 * 3);
        assertThat(worstAbove(1e-6, pass(true, 1e-4))).isLessThan(4.6e-7 * 3);
    }

    @Test
    void anErrorOf2e5IsNoBugWhereTheGradientIs5e7() {
        InputReport report = pass(true, 1e-5).inputs().get(0);
        Coordinate published = report.coordinates().get(12 * 30 + 21);
        assertThat(published.place()).isEqualTo("[12,21]");
        assertThat(published.analytic()).isCloseTo(5.663e-7, within(0.5e-10));
        assertThat(published.relativeError()).isLessThan(2.2e-5 * 3);
        assertThat(published.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(published.numericError()).isGreaterThan(2.2e-5 * published.magnitude());
    }

    @Test
    void halfOfTheEntriesAreZeroOnBothSides() {
        InputReport report = pass(true, 1e-5).inputs().get(0);
        long zeros = report.coordinates().stream()
                .filter(each -> each.analytic() == 0 && each.numeric() == 0)
                .count();
        assertThat(zeros).isBetween(280L, 340L).isEqualTo(report.magnitudes().zeros());
    }

    private static double worstAbove(double size, PassReport pass) {
        return pass.inputs().get(0).coordinates().stream()
                .filter(each -> each.magnitude() > size)
                .mapToDouble(Coordinate::relativeError)
                .max()
                .orElseThrow();
    }
}
