package dev.gradwright.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {

    private static final KinkSite ABS = new KinkSite("Huber.java:7", "abs");

    @Test
    void beginsWithWhatIsWrongAndHowToSeeItAgain() {
        GradientReport report = GradientCheck.of(x -> x[0] * x[0] + x[1], x -> new double[] {x[0], 1})
                .at(1.5, 2)
                .seed(7)
                .replay("-Dseed=7")
                .run();

        assertThat(report.toString().lines().limit(6))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "f: the gradient of x (2) at [0] is wrong: analytic 1.5, centred difference"),
                        line -> assertThat(line).startsWith("  likely cause: x: "),
                        line -> assertThat(line).isEqualTo("  (centred difference, step 1.0E-5, seed 7)"),
                        line -> assertThat(line).isEqualTo("replay: -Dseed=7"),
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).isEqualTo("data loss: wrong"));
        assertThatThrownBy(report::orThrow).isInstanceOf(AssertionError.class).hasMessage(report.toString());
    }

    @Test
    void showsWorstCoordinatesWithAllThatBelongsToThem() {
        String text = GradientCheck.of(x -> x[0] * x[0], x -> new double[] {x[0]})
                .at(0.25)
                .run()
                .toString();

        assertThat(text)
                .containsPattern("at +verdict +value +analytic +numeric +numeric \\+- +relative error +magnitude")
                .containsPattern("x \\[0\\] +wrong +0\\.25 +0\\.25 +(0\\.5|0\\.49999)\\d* +\\S+ +5\\.0e-01 +5\\.0e-01");
    }

    @Test
    void showsTheCurveOfAFailureByStep() {
        String text = GradientCheck.of(x -> Math.exp(x[0]), x -> new double[] {1.1 * Math.exp(x[0])})
                .at(1)
                .run()
                .toString();

        assertThat(text)
                .contains("relative error by step, along x [0]", "middle of the plateau")
                .contains("no step brings a difference nearer to the gradient than")
                .containsPattern("1e-05 +9\\.1e-02 +9\\.1e-02 +9\\.1e-02");
    }

    @Test
    void saysOfARightGradientHowMuchOfItWasCompared() {
        double[] x = new double[1000];
        Arrays.fill(x, 0.5);

        String text = GradientCheck.of(ConsoleTextTest::square, ConsoleTextTest::squareGradient)
                .at(x)
                .coordinates(20)
                .run()
                .toString();

        assertThat(text.lines().findFirst().orElseThrow())
                .matches("f: the gradient is right: 2\\d of 1000 coordinates compared, worst relative error \\S+");
        assertThat(text)
                .containsPattern("by coordinates alone, a fault in 1 % of x is missed with probability 0\\.[78]");
    }

    @Test
    void doesNotCallAGradientWrongWhereTheFunctionHasNoValue() {
        String text = GradientCheck.of(x -> Math.log(x[0]), x -> new double[] {1 / x[0]})
                .at(-1)
                .run()
                .toString();

        assertThat(text)
                .startsWith("f: the result is NaN at [0]; choose a point where the function is defined")
                .contains("data loss: stopped before the comparison")
                .doesNotContainIgnoringCase("wrong")
                .doesNotContain("skipped");
    }

    @Test
    void claimsNothingWhereOnlyKinksWereMet() {
        GradientReport report = GradientCheck.of(FunctionGradient.<Double>named("huber")
                        .input("x", new double[] {1e-12})
                        .value(in -> {
                            double x = in.array("x")[0];
                            return Decisions.note(ABS, x > 0) ? x : -x;
                        })
                        .gradient(in -> Map.of("x", new double[] {1}))
                        .notesDecisions())
                .run();

        assertThat(report.toString())
                .startsWith("huber: nothing speaks against the gradient, and nothing for it: 1 of 1 coordinates")
                .containsPattern("Huber\\.java:7 +abs +1")
                .containsPattern("x \\[0\\] +-\\d\\.\\S* +1\\.0 +\\d\\.\\S*");
    }

    @Test
    void cutsALongListOfFailures() {
        FunctionGradient<Double> function = FunctionGradient.named("sum");
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        names.forEach(name -> function.input(name, 1.5));
        GradientReport report = GradientCheck.of(function.value(
                                in -> names.stream().mapToDouble(in::number).sum())
                        .gradient(in -> names.stream().collect(Collectors.toMap(name -> name, name -> 3.7))))
                .run();

        assertThat(report.failures().size()).isGreaterThan(12);
        assertThat(report.toString()).contains("  and " + (report.failures().size() - 8) + " lines more of this kind");
    }

    @Test
    void warnsOfAPenaltyThatDominates() {
        GradientReport report = new GradientReport(
                "f",
                CheckSettings.usual(),
                List.of(),
                List.of(new RegularizationReport(20, 0.5, 50)),
                Optional.empty());

        assertThat(report.toString())
                .contains("penalty over data loss after 20 steps: gradient norms 50.0 / 0.500 = 100;"
                        + " the penalty dominates and may hide a wrong data loss");
    }

    private static double square(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    private static double[] squareGradient(double[] x) {
        return Arrays.stream(x).map(v -> 2 * v).toArray();
    }
}
