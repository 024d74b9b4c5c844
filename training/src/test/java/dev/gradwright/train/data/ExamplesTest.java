package dev.gradwright.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private final DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
    private final int[] labels = {0, 1, 2, 1};

    private static <B> B batch(DataSet<B> data, int... indices) {
        B batch = data.newBatch(indices.length);
        data.copy(indices, 0, indices.length, batch);
        return batch;
    }

    @Test
    void batchesAreCopiesOfTheExamplesInOrder() {
        Batch<DMatrixRMaj, int[]> batch = batch(Examples.of(matrix, labels), 2, 0, 2);

        assertThat(batch.inputs().data).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(batch.labels()).containsExactly(2, 0, 2);
        batch.inputs().zero();
        assertThat(matrix.get(2, 0)).isEqualTo(5);
    }

    @Test
    void checksumsTellExamplesApart() {
        double[][] rows = {{1, 2}, {3, 4}};
        DMatrixRMaj withRoom = new DMatrixRMaj(20, 2);
        withRoom.data[30] = 7;
        withRoom.reshape(4, 2);
        withRoom.setTo(matrix);
        assertThat(Examples.of(withRoom, labels.clone()).checksum())
                .isEqualTo(Examples.of(matrix, labels).checksum());
        List<DataSet<?>> different = List.of(
                Examples.of(matrix, labels),
                Examples.of(matrix, labels).select(1, 0, 2, 3),
                Examples.of(matrix, labels).select(0, 1, 2),
                Examples.of(matrix, new int[] {0, 2, 1, 1}),
                Examples.of(matrix, matrix),
                Examples.of(matrix, new double[] {0, 1, 2, 1}),
                Examples.of(matrix, new double[] {0, 1, 2, 2}),
                Examples.of(new DMatrixRMaj(new double[][] {{2, 1}, {3, 4}, {5, 6}, {7, 8}}), labels),
                Examples.of(rows, new int[] {3, 4}),
                Examples.of(rows, rows),
                Examples.of(new double[][] {{1, 2}, {4, 3}}, rows),
                Examples.of(new double[][] {{1, 2}, {-3, 4}}, rows));
        assertThat(different).extracting(DataSet::checksum).doesNotHaveDuplicates();
    }

    @Test
    void inputsAndTargetsMayBeArraysToo() {
        double[][] rows = {{1, 2}, {3, 4}};
        assertThat(batch(Examples.of(rows, new int[] {3, 4}), 1).inputs()).isDeepEqualTo(new double[][] {{3, 4}});
        assertThat(batch(Examples.of(rows, new double[] {3, 4}), 1).targets()).containsExactly(4);
        assertThat(batch(Examples.of(rows, rows), 1, 0).targets()).isDeepEqualTo(new double[][] {{3, 4}, {1, 2}});
        assertThat(batch(Examples.of(matrix, matrix), 3).targets().data).containsExactly(7, 8);
        assertThat(batch(Examples.of(matrix, new double[] {1, 2, 3, 4}), 3).targets())
                .containsExactly(4);
    }

    @Test
    void partsOfASplitAreDisjointAndRepeatable() {
        int[] numbers = IntStream.range(0, 50).toArray();
        Examples<DMatrixRMaj, int[]> all = Examples.of(new DMatrixRMaj(50, 1), numbers);
        DataSet.Split<Batch<DMatrixRMaj, int[]>> split = all.split(0.2, 3);
        int[] train = batch(split.train(), IntStream.range(0, 40).toArray()).labels();
        int[] valid =
                batch(split.validation(), IntStream.range(0, 10).toArray()).labels();

        assertThat(split.train().size()).isEqualTo(40);
        assertThat(split.validation().size()).isEqualTo(10);
        assertThat(IntStream.concat(Arrays.stream(train), Arrays.stream(valid)).sorted())
                .containsExactly(Arrays.stream(numbers).boxed().toArray(Integer[]::new));
        assertThat(batch(all.split(0.2, 3).validation(), 0, 1, 2, 3).labels()).containsExactly(Arrays.copyOf(valid, 4));
        assertThat(batch(all.split(0.2, 4).validation(), IntStream.range(0, 10).toArray())
                        .labels())
                .isNotEqualTo(valid);
        assertThat(all.split(0.001, 3).validation().size()).isOne();
        assertThat(all.split(0.999, 3).train().size()).isOne();
    }

    @Test
    void controlsHaveExchangedTargetsOrNoInputs() {
        Examples<DMatrixRMaj, int[]> data = Examples.of(matrix, labels);
        Batch<DMatrixRMaj, int[]> exchanged = batch(data.withShuffledTargets(2).orElseThrow(), 0, 1, 2, 3);
        assertThat(exchanged.inputs().data).containsExactly(matrix.data);
        assertThat(exchanged.labels()).containsExactlyInAnyOrder(0, 1, 1, 2).isNotEqualTo(labels);
        Batch<DMatrixRMaj, int[]> blind = batch(data.withoutInputs().orElseThrow(), 0, 1, 2, 3);
        assertThat(blind.inputs().data).containsOnly(0);
        assertThat(blind.labels()).containsExactly(labels);
    }

    @Test
    void badDataAreRefusedByTheExample() {
        assertThatThrownBy(() -> Examples.of(new DMatrixRMaj(0, 2), new int[0]))
                .hasMessage("there are no examples; a data set has one or more");
        assertThatThrownBy(() -> Examples.of(matrix, new int[3]))
                .hasMessage("there are inputs of 4 examples, but targets of 3; each example has both");
        assertThatThrownBy(() -> Examples.of(matrix, labels, 2))
                .hasMessage("the label of example 2 is 2; labels are classes from 0 to 1");
        assertThatThrownBy(() -> Examples.of(matrix, new int[] {0, 0, -1, 0}))
                .hasMessage("the label of example 2 is -1; labels are classes from 0");
        matrix.set(1, 1, Double.NaN);
        assertThatThrownBy(() -> Examples.of(matrix, labels))
                .hasMessage("the input of example 1 has NaN at index 1; leave the example out, or put a number there");
        assertThatThrownBy(() -> Examples.of(new double[][] {{1}}, new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessageContaining("the target of example 0 has -Infinity");
        assertThatThrownBy(() -> Examples.of(new double[][] {{1}, {1, 2}}, new int[2]))
                .hasMessage(
                        "the input of example 1 has 2 numbers, but that of example 0 has 1; all must be of one length");
        assertThatThrownBy(() -> Examples.of(new double[][] {{1}}, new int[1]).split(0.5, 1))
                .hasMessageContaining("there must be 2 or more");
        assertThatThrownBy(() -> Examples.of(new double[2][1], new int[2]).split(1, 1))
                .hasMessageContaining("use a number between 0 and 1");
    }

    @Test
    void drawsDependOnSeedAndPurposeAlone() {
        long first = new SeededRandom().seed(1, 2, 3).nextLong();
        SeededRandom used = new SeededRandom().seed(5, 5, 5);
        used.nextDouble();

        assertThat(used.seed(1, 2, 3).nextLong()).isEqualTo(first);
        assertThat(used.seed(1, 3, 2).nextLong()).isNotEqualTo(first);
        assertThat(used.seed(2, 2, 3).nextLong()).isNotEqualTo(first);
        double mean = IntStream.range(0, 10_000)
                .mapToDouble(i -> used.seed(1, 2, i).nextDouble())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.48, 0.52);
    }

    @Test
    void everyOrderOfAnEpochIsAPermutation() {
        Plan plan = new Plan(10, 4, false, true, 1);
        plan.begin(1);
        int[] first = plan.order().clone();
        plan.begin(2);
        assertThat(plan.order()).isNotEqualTo(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        plan.begin(1);
        assertThat(plan.order()).containsExactly(first);
        assertThat(plan.batches()).isEqualTo(3);
        assertThat(plan.count(2)).isEqualTo(2);
        assertThat(new Plan(10, 4, true, false, 1).batches()).isEqualTo(2);
    }
}
