package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final double[][] TWO = {{1, 0}, {0, 1}};

    @Test
    void modelsThatUseOneMatrixForAllAnswersDoNotDisturbEachOther() {
        LinearModel model = new LinearModel(TWO);
        DMatrixRMaj reused = new DMatrixRMaj(1, 2);
        Member<DMatrixRMaj> member = new Member<>("a", model.parameters(), x -> {
            reused.setTo(x);
            return reused;
        });
        Ensemble<DMatrixRMaj> ensemble = Ensemble.of(List.of(member), Combination.LOGITS);

        DMatrixRMaj first = ensemble.predict(new DMatrixRMaj(new double[][] {{5, 0}}));
        ensemble.predict(new DMatrixRMaj(new double[][] {{0, 5}}));

        assertThat(first.get(0, 0)).isGreaterThan(0.99);
    }

    @Test
    void theWeightsOfAModelMayChangeBetweenQuestions() {
        LinearModel model = new LinearModel(TWO);
        Ensemble<DMatrixRMaj> ensemble = Ensemble.of(List.of(model.named("a")), Combination.LOGITS);
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 0}});
        assertThat(ensemble.classify(x)).containsExactly(0);

        ensemble.members().get(0).with(Weights.of(new LinearModel(new double[][] {{0, 1}, {1, 0}}).parameters()));

        assertThat(ensemble.classify(x)).containsExactly(1);
    }

    @Test
    void noMembersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(List.of(), Combination.VOTE))
                .withMessage("an ensemble without members answers nothing; give at least one");
    }

    @Test
    void twoMembersOfOneNameAreRefused() {
        var members = List.of(new LinearModel(TWO).named("a"), new LinearModel(TWO).named("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(members, Combination.VOTE))
                .withMessage("two members are named a; give each a name of its own");
    }

    @Test
    void twoMembersWithOneModelAreRefused() {
        LinearModel model = new LinearModel(TWO);
        var members = List.of(model.named("a"), model.named("b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(members, Combination.VOTE))
                .withMessage("members a and b share the parameter weight; make a model for each");
    }

    @Test
    void answersOfDifferentShapesAreRefused() {
        var members = List.of(LinearModel.saying("a", new double[][] {{1, 2}}), LinearModel.saying("b", new double[][] {
            {1, 2, 3}
        }));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(members, Combination.VOTE).predict(null))
                .withMessage("member a gives 1x2 scores, but b gives 1x3");
    }

    @Test
    void aSingleScoreIsRefused() {
        var members = List.of(LinearModel.saying("a", new double[][] {{1}}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(members, Combination.VOTE).predict(null))
                .withMessageContaining("a score for each of two or more classes is needed");
    }

    @Test
    void aMemberThatHasDivergedIsNamed() {
        var members =
                List.of(
                        LinearModel.saying("a", new double[][] {{1, 2}, {3, 4}}),
                        LinearModel.saying("b", new double[][] {{1, 2}, {3, Double.NaN}}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(members, Combination.VOTE).predict(null))
                .withMessageStartingWith("member b gives the score NaN for example 1, class 1");
    }
}
