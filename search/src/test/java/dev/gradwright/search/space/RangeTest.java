package dev.gradwright.search.space;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logInteger;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangeTest {

    private enum Method {
        SGD,
        ADAM
    }

    static List<Range<?>> ranges() {
        return List.of(
                uniform(-2, 3),
                logUniform(1e-6, 10),
                integer(3, 3),
                integer(-5, 20),
                integer(0, 100, 10),
                logInteger(1, 1024),
                choice("relu", "tanh"),
                choice(Method.values()),
                choice(true, false));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    <T> void valuesLieInTheRangeAndComeBackFromTheirPositionsAndTexts(Range<T> range) {
        for (int i = 0; i <= 100; i++) {
            T value = range.at(i / 100.0);
            assertThat(range.contains(value)).isTrue();
            assertThat(value).isInstanceOf(range.type());
            assertThat(range.parse(value.toString())).isEqualTo(value);
            T again = range.at(range.position(value));
            if (value instanceof Double number) {
                assertThat((Double) again).isCloseTo(number, within(1e-12 * Math.abs(number) + 1e-15));
            } else {
                assertThat(again).isEqualTo(value);
            }
        }
        assertThat(range.at(-0.1)).isEqualTo(range.at(0));
        assertThat(range.at(1.1)).isEqualTo(range.at(1));
    }

    @Test
    void realEndsAreExact() {
        assertThat(logUniform(1e-6, 10).at(0)).isEqualTo(1e-6);
        assertThat(logUniform(1e-6, 10).at(1)).isEqualTo(10);
        assertThat(uniform(0.1, 0.7).at(1)).isEqualTo(0.7);
    }

    @Test
    void aLogRangeGivesEachDecadeTheSame() {
        RealRange range = logUniform(1e-6, 10);
        for (int decade = 0; decade <= 7; decade++) {
            assertThat(range.at(decade / 7.0)).isCloseTo(Math.pow(10, decade - 6), within(1e-9 * Math.pow(10, decade)));
        }
    }

    @Test
    void integersHaveEqualPiecesOfALinearScaleAndShorterOnesTheLargerTheyAreOnALogScale() {
        Map<Integer, Integer> linear = new TreeMap<>();
        Map<Integer, Integer> log = new TreeMap<>();
        for (int i = 0; i < 60_000; i++) {
            linear.merge(integer(0, 20, 10).at((i + 0.5) / 60_000), 1, Integer::sum);
            log.merge(logInteger(1, 4).at((i + 0.5) / 60_000), 1, Integer::sum);
        }

        assertThat(linear).isEqualTo(Map.of(0, 20_000, 10, 20_000, 20, 20_000));
        double length = Math.log(4.5 / 0.5);
        for (int n = 1; n <= 4; n++) {
            assertThat(log.get(n) / 60_000.0).isCloseTo(Math.log((n + 0.5) / (n - 0.5)) / length, within(1e-4));
        }
    }

    @Test
    void codeIsWhatOneWouldWrite() {
        assertThat(ranges().stream().map(Range::code))
                .containsExactly(
                        "uniform(-2, 3)",
                        "logUniform(1e-6, 10)",
                        "integer(3, 3)",
                        "integer(-5, 20)",
                        "integer(0, 100, 10)",
                        "logInteger(1, 1024)",
                        "choice(\"relu\", \"tanh\")",
                        "choice(Method.SGD, Method.ADAM)",
                        "choice(true, false)");
    }

    @Test
    void rangesThatCannotBeAreRefusedWithTheFix() {
        assertThatThrownBy(() -> uniform(1, 1)).hasMessageContaining("no real range from 1.0 to 1.0");
        assertThatThrownBy(() -> uniform(Double.NaN, 1)).hasMessageContaining("the ends are finite");
        assertThatThrownBy(() -> uniform(0, Double.POSITIVE_INFINITY)).hasMessageContaining("the ends are finite");
        assertThatThrownBy(() -> logUniform(0, 1)).hasMessageContaining("begin above 0, or use uniform(0, 1)");
        assertThatThrownBy(() -> integer(5, 4)).hasMessageContaining("from 5 to 4");
        assertThatThrownBy(() -> integer(0, 10, 3)).hasMessageContaining("a step of at least 1 that divides 10");
        assertThatThrownBy(() -> logInteger(0, 10)).hasMessageContaining("begins at 1 or above");
        assertThatThrownBy(() -> choice()).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> choice("a", "b", "a")).hasMessageContaining("two choices have the text \"a\"");
    }

    @Test
    void valuesOutsideAreRefused() {
        assertThatThrownBy(() -> uniform(0, 1).position(1.5)).hasMessage("1.5 is not in uniform(0, 1)");
        assertThatThrownBy(() -> integer(0, 10, 5).position(3)).hasMessage("3 is not in integer(0, 10, 5)");
        assertThatThrownBy(() -> integer(0, 9).parse("x")).hasMessage("\"x\" is no value of integer(0, 9)");
        assertThatThrownBy(() -> choice("a").parse("b")).hasMessage("\"b\" is no value of choice(\"a\")");
        assertThat(uniform(0, 1).contains(1)).isFalse();
        assertThat(uniform(0, 1).contains(null)).isFalse();
        assertThat(choice("a").contains(null)).isFalse();
    }
}
