package dev.gradwright.check.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is asked of a gradient exactly at kinks, where one may take either side. */
class MeetingKinksTest {

    private static final KinkSite RELU = new KinkSite("relu", "max");

    @Test
    void aSideOfEachOfTwoKinksNeedNotLieBetweenTheSlopes() {
        // the function is x, without a kink; backward passes of the two parts take the lower side at 0 and give 0
        GradientReport report = report(x -> relu(x[0]) - relu(-x[0]), 0);
        assertThat(report.isRight()).isTrue();
        assertThat(report.passes().get(0).count(Verdict.KINK)).isEqualTo(1);
    }

    @Test
    void whatIsNotANumberIsWrongThere() {
        assertThat(report(x -> relu(x[0]) - relu(-x[0]), Double.NaN).isRight()).isFalse();
    }

    @Test
    void atOneKinkTheGradientLiesBetweenTheSlopes() {
        assertThat(report(x -> relu(x[0]), 0.3).isRight()).isTrue();
        assertThat(report(x -> relu(x[0]), 1.01).isRight()).isFalse();
        assertThat(report(x -> relu(x[0]), -0.01).isRight()).isFalse();
    }

    private static double relu(double x) {
        return Decisions.note(RELU, x > 0) ? x : 0;
    }

    private static GradientReport report(ToDoubleFunction<double[]> function, double slopeAtZero) {
        return GradientCheck.of(FunctionGradient.<Double>named("f")
                        .input("x", new double[1])
                        .notesDecisions()
                        .value(in -> function.applyAsDouble(in.array("x")))
                        .gradient(in -> Map.of("x", new double[] {slopeAtZero})))
                .run();
    }
}
