package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the paper: the number of evaluations, and step and slope to all printed digits. */
class MoreThuenteTest {

    static Stream<String> rows() {
        try (InputStream in = MoreThuenteTest.class.getResourceAsStream("more-thuente.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsTheStepsOfThePaper(String row) {
        String[] fields = row.split(",");
        PaperFunction function = PaperFunction.of(fields[0], number(fields[1]), number(fields[2]));
        LineSearch.Step step = MoreThuente.of(number(fields[3]), number(fields[4]))
                .search(function, function.value(0), function.slope(), number(fields[5]), 1e10);
        assertThat(step.satisfied()).isTrue();
        assertThat(step.evaluations()).isEqualTo(Integer.parseInt(fields[6]));
        assertPrinted(step.length(), fields[7]);
        assertPrinted(step.slope(), fields[8]);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Rounded to as many digits as are printed, the number is the printed one. */
    private static void assertPrinted(double actual, String printed) {
        BigDecimal expected = new BigDecimal(printed);
        BigDecimal rounded = new BigDecimal(actual).round(new MathContext(expected.precision()));
        assertThat(rounded).isEqualByComparingTo(expected);
    }
}
