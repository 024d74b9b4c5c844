package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps have what each search promises, on the functions of Moré and Thuente, from short and long first steps. */
class LineSearchesTest {

    private static final String FUNCTIONS = """
            5.1, 2, 0
            5.2, 0.004, 0
            5.3, 0.01, 39
            5.4, 0.001, 0.001
            5.4, 0.01, 0.001
            5.4, 0.001, 0.01
            """;

    private static final double[] FIRST = {1e-3, 1e-1, 1e1, 1e3};

    @ParameterizedTest
    @CsvSource(textBlock = FUNCTIONS)
    void zoomFindsTheStrongWolfeConditions(String number, double b1, double b2) {
        for (double first : FIRST) {
            PaperFunction function = PaperFunction.of(number, b1, b2);
            double value = function.value(0);
            double slope = function.slope();
            LineSearch.Step step = StrongWolfe.of(1e-4, 0.1).search(function, value, slope, first, 1e10);
            assertThat(step.satisfied()).isTrue();
            assertThat(step.value()).isLessThanOrEqualTo(value + 1e-4 * step.length() * slope);
            assertThat(Math.abs(step.slope())).isLessThanOrEqualTo(-0.1 * slope);
            assertThat(step.value()).isEqualTo(function.value(step.length()));
            assertThat(step.evaluations()).isLessThan(40);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = FUNCTIONS)
    void hagerAndZhangFindTheWolfeConditionsOrTheirApproximation(String number, double b1, double b2) {
        for (double first : FIRST) {
            PaperFunction function = PaperFunction.of(number, b1, b2);
            double value = function.value(0);
            double slope = function.slope();
            LineSearch.Step step = HagerZhang.withDefaults().search(function, value, slope, first, 1e10);
            assertThat(step.satisfied()).isTrue();
            assertThat(step.slope()).isGreaterThanOrEqualTo(0.9 * slope);
            boolean low = step.value() <= value + 0.1 * step.length() * slope;
            assertThat(low || step.slope() <= (2 * 0.1 - 1) * slope).isTrue();
            assertThat(step.value()).isLessThanOrEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = FUNCTIONS)
    void backtrackingFindsALowStep(String number, double b1, double b2) {
        for (double first : FIRST) {
            PaperFunction function = PaperFunction.of(number, b1, b2);
            double value = function.value(0);
            double slope = function.slope();
            LineSearch.Step step = Backtracking.armijo(1e-4).search(function, value, slope, first, 1e10);
            assertThat(step.satisfied()).isTrue();
            assertThat(step.length()).isLessThanOrEqualTo(first);
            assertThat(step.value()).isLessThanOrEqualTo(value + 1e-4 * step.length() * slope);
        }
    }

    @ParameterizedTest
    @CsvSource({"MORE_THUENTE", "STRONG_WOLFE", "HAGER_ZHANG", "BACKTRACKING"})
    void noSearchGoesFartherThanAllowed(String name) {
        LineSearch search = switch (name) {
            case "MORE_THUENTE" -> MoreThuente.of(1e-4, 0.9);
            case "STRONG_WOLFE" -> StrongWolfe.of(1e-4, 0.9);
            case "HAGER_ZHANG" -> HagerZhang.withDefaults();
            default -> Backtracking.armijo(1e-4);
        };
        double[] farthest = {0};
        LineFunction down = new LineFunction() {
            @Override
            public double value(double step) {
                farthest[0] = Math.max(farthest[0], step);
                return -step;
            }

            @Override
            public double slope() {
                return -1;
            }
        };
        LineSearch.Step step = search.search(down, 0, -1, 1, 7);
        assertThat(farthest[0]).isLessThanOrEqualTo(7);
        assertThat(step.length()).isBetween(1.0, 7.0);
    }
}
