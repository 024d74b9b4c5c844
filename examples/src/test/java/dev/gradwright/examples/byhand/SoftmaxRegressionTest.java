package dev.gradwright.examples.byhand;

import static dev.gradwright.junit.GradientAssertions.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    private static final int POINTS = 7;

    private final Random random = new Random(3);
    private final SoftmaxRegression regression =
            new SoftmaxRegression(RandomMatrices_DDRM.rectangle(POINTS, 4, -1, 1, random), 0, 2, 1, 1, 0, 2, 0);
    private final DMatrixRMaj weight = RandomMatrices_DDRM.rectangle(4, 3, -1, 1, random);

    @Test
    void itsGradientIsCorrectInEveryCoordinate() {
        assertThatGradient(check(regression::gradient)).isCorrect().hasNoKinks().isComparedEverywhere();
    }

    @Test
    void aSumInPlaceOfTheMeanWouldBeNoticed() {
        GradientReport report = assertThatGradient(check(at -> {
                    DMatrixRMaj sum = regression.gradient(at);
                    CommonOps_DDRM.scale(POINTS, sum);
                    return sum;
                }))
                .isWrong()
                .report();

        assertThat(report.passes().get(0).diagnoses()).anySatisfy(diagnosis -> {
            assertThat(diagnosis.cause()).isIn(Cause.FACTOR, Cause.BATCH);
            assertThat(diagnosis.input()).isEqualTo("weight");
        });
    }

    private GradientCheck check(UnaryOperator<DMatrixRMaj> gradient) {
        return GradientCheck.of(FunctionGradient.<Double>named("softmax regression")
                .parameter("weight", weight)
                .value(in -> regression.loss(in.matrix("weight")))
                .gradient(in -> Map.of("weight", gradient.apply(in.matrix("weight"))))
                .smooth());
    }
}
