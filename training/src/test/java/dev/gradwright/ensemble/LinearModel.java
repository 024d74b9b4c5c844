package dev.gradwright.ensemble;

import dev.gradwright.Parameters;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Scores that are products of examples and weights: enough of a model for an ensemble. */
final class LinearModel {

    final DMatrixRMaj weight;

    LinearModel(double[][] weight) {
        this.weight = new DMatrixRMaj(weight);
    }

    Parameters parameters() {
        return Parameters.builder().add("weight", weight, weight.createLike()).build();
    }

    Member<DMatrixRMaj> named(String name) {
        return new Member<>(name, parameters(), x -> CommonOps_DDRM.mult(x, weight, null));
    }

    /** A member that says the same scores whatever it is asked. */
    static Member<DMatrixRMaj> saying(String name, double[][] scores) {
        return new Member<>(name, new LinearModel(new double[][] {{1}}).parameters(), x -> new DMatrixRMaj(scores));
    }
}
