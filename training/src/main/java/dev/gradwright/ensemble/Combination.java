package dev.gradwright.ensemble;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** How the answers of several members become one. Whichever it is, the answer is a probability for each class, and each row adds up to 1. */
public enum Combination {

    /** The mean of the members' probabilities: {@code p = (1/m) sum_k softmax(s_k)}. */
    PROBABILITIES {
        @Override
        void combine(List<DMatrixRMaj> scores, DMatrixRMaj result) {
            DMatrixRMaj probabilities = result.createLike();
            for (DMatrixRMaj one : scores) {
                Softmax.of(one, probabilities);
                addShare(probabilities, scores.size(), result);
            }
        }
    },

    /** The softmax of the mean scores, a geometric mean of the probabilities: {@code p = softmax((1/m) sum_k s_k)}. */
    LOGITS {
        @Override
        void combine(List<DMatrixRMaj> scores, DMatrixRMaj result) {
            for (DMatrixRMaj one : scores) {
                addShare(one, scores.size(), result);
            }
            Softmax.of(result, result);
        }
    },

    /** The share of the members for which a class has the highest score; of several classes with the highest score the first. */
    VOTE {
        @Override
        void combine(List<DMatrixRMaj> scores, DMatrixRMaj result) {
            for (DMatrixRMaj one : scores) {
                int[] best = Best.columns(one);
                for (int i = 0; i < best.length; i++) {
                    result.data[i * result.numCols + best[i]] += 1.0 / scores.size();
                }
            }
        }
    };

    /**
     * Combines scores.
     *
     * @param scores of each member, all of one shape
     * @param result of the same shape, zero
     */
    abstract void combine(List<DMatrixRMaj> scores, DMatrixRMaj result);

    private static void addShare(DMatrixRMaj one, int members, DMatrixRMaj result) {
        for (int i = 0; i < result.getNumElements(); i++) {
            result.data[i] += one.data[i] / members;
        }
    }
}
