package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SavedStateTest {

    static Stream<GradientTransformation> methods() {
        return AllMethods.list().stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aRestoredOptimizerGoesOnToTheLastBit(GradientTransformation method) throws IOException {
        Model first = new Model(3, 4);
        Optimizer optimizer = new Optimizer(first.parameters, method);
        first.run(optimizer, 0, 7);
        SavedState state = throughBytes(optimizer.save());
        double[] values = first.values();
        first.run(optimizer, 7, 6);

        Model second = new Model(3, 4);
        Optimizer resumed = new Optimizer(second.parameters, method);
        second.parameters.setValues(values);
        resumed.restore(state);
        second.run(resumed, 7, 6);
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(resumed.steps()).isEqualTo(13);
    }

    @Test
    void aRestoredAverageGoesOnToTheLastBit() throws IOException {
        Model model = new Model(3, 4);
        Optimizer optimizer = new Optimizer(model.parameters, Optimizers.adam(0.1));
        WeightAverage average = WeightAverage.exponential(model.parameters, 0.9);
        model.run(optimizer, 0, 1);
        average.update();
        model.run(optimizer, 1, 1);
        average.update();
        WeightAverage restored = WeightAverage.exponential(model.parameters, 0.9);
        restored.restore(throughBytes(average.save()));
        average.swap();
        double[] expected = model.values();
        average.swap();
        restored.swap();
        assertThat(model.values()).isEqualTo(expected);
        assertThat(restored.count()).isEqualTo(2);
    }

    @Test
    void refusesAParameterThatIsMissingOrNewOrOfAnotherShape() {
        Optimizer optimizer = new Optimizer(new Model(3, 4).parameters, Optimizers.adam());
        SavedState state = optimizer.save();
        Parameters fewer = new Model(3, 4).parameters.matching(name -> name.equals("weight"));
        assertThatThrownBy(() -> new Optimizer(fewer, Optimizers.adam()).restore(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the saved state is of a model with a parameter bias, which is missing here;"
                        + " there are [weight]");
        assertThatThrownBy(() -> optimizer.restore(new Optimizer(fewer, Optimizers.adam()).save()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the saved state knows no parameter bias; it has [weight]");
        assertThatThrownBy(() -> new Optimizer(new Model(4, 4).parameters, Optimizers.adam()).restore(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the parameter weight is 4x4, but was 3x4 when the state was saved");
    }

    @Test
    void refusesAnotherOrder() {
        double[] a = new double[1];
        double[] b = new double[1];
        Parameters ab = Parameters.builder().add("a", a, a).add("b", b, b).build();
        Parameters ba = Parameters.builder().add("b", b, b).add("a", a, a).build();
        SavedState state = new Optimizer(ab, Sgd.plain(1)).save();
        assertThatThrownBy(() -> new Optimizer(ba, Sgd.plain(1)).restore(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the parameters are [b, a], but were in the order [a, b] when the state was saved");
    }

    @Test
    void refusesTheStateOfAnotherMethodAndChangesNothing() {
        Model model = new Model(3, 4);
        Optimizer momentum = new Optimizer(model.parameters, Sgd.momentum(0.1, 0.9));
        model.run(momentum, 0, 3);
        SavedState adam = new Optimizer(model.parameters, Optimizers.adam()).save();
        assertThatThrownBy(() -> momentum.restore(adam))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "another method has been saved: it remembers [steps, skipped, skipped in a row, 1.adam.mean,"
                                + " 1.adam.square, 1.adam.products of betas], but this one [steps, skipped, skipped in a row,"
                                + " 1.momentum.velocity]");
        assertThat(momentum.steps()).isEqualTo(3);
        SavedState average = WeightAverage.polyak(model.parameters).save();
        assertThatThrownBy(() -> momentum.restore(average))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is the state of an average, not of an optimizer");
    }

    @Test
    void refusesBytesThatAreNoStateOrOfAnotherVersionOrCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Optimizer(new Model(2, 2).parameters, Optimizers.adam()).save().writeTo(bytes);
        byte[] good = bytes.toByteArray();
        assertThatThrownBy(() -> read("something else altogether".getBytes()))
                .isInstanceOf(IOException.class)
                .hasMessage("this is no saved state: it does not begin with gradwright-state");
        byte[] later = good.clone();
        later[2 + "gradwright-state".length() + 3] = 9;
        assertThatThrownBy(() -> read(later))
                .isInstanceOf(IOException.class)
                .hasMessage("the saved state has version 9, but only 1 can be read");
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length - 1))).isInstanceOf(EOFException.class);
    }

    private static SavedState throughBytes(SavedState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(bytes);
        return read(bytes.toByteArray());
    }

    private static SavedState read(byte[] bytes) throws IOException {
        return SavedState.readFrom(new ByteArrayInputStream(bytes));
    }

    /** A matrix and a bias, with gradients that depend on them and on the step. */
    private static final class Model {

        private final DMatrixRMaj weight;
        private final DMatrixRMaj weightGradient;
        private final DMatrixRMaj bias = new DMatrixRMaj(1, 2);
        private final DMatrixRMaj biasGradient = new DMatrixRMaj(1, 2);
        private final Parameters parameters;

        Model(int rows, int columns) {
            weight = new DMatrixRMaj(rows, columns);
            weightGradient = new DMatrixRMaj(rows, columns);
            for (int i = 0; i < weight.data.length; i++) {
                weight.data[i] = Math.cos(i);
            }
            parameters = Parameters.builder()
                    .add("weight", weight, weightGradient)
                    .add("bias", bias, biasGradient)
                    .build();
        }

        void run(Optimizer optimizer, int from, int steps) {
            for (int t = from; t < from + steps; t++) {
                for (int i = 0; i < weight.data.length; i++) {
                    weightGradient.data[i] = weight.data[i] + Math.sin(i + t);
                }
                biasGradient.data[0] = Math.sin(t + 1);
                biasGradient.data[1] = bias.data[1] - 1;
                optimizer.step();
            }
        }

        double[] values() {
            double[] values = new double[parameters.size()];
            parameters.copyValuesTo(values);
            return values;
        }
    }
}
