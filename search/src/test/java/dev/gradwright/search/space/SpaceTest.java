package dev.gradwright.search.space;

import static dev.gradwright.search.space.Condition.when;
import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private final Space space = Space.empty()
            .with("method", choice("sgd", "adam"))
            .with("momentum", uniform(0, 0.99), when("method", "sgd"))
            .with("warmup", integer(1, 9), when("momentum", 0.5));

    private record Full(String method, OptionalDouble momentum, OptionalInt warmup) {}

    @Test
    void aHyperparameterExistsWhereItsConditionHolds() {
        Dimension<?> momentum = space.find("momentum").orElseThrow();
        Dimension<?> warmup = space.find("warmup").orElseThrow();
        Assignment sgd = Assignment.empty().with("method", "sgd");

        assertThat(space.exists(momentum, sgd)).isTrue();
        assertThat(space.exists(warmup, sgd.with("momentum", 0.5))).isTrue();
        assertThat(space.exists(momentum, Assignment.empty().with("method", "adam")))
                .isFalse();
        assertThat(space.exists(warmup, Assignment.empty().with("method", "adam")))
                .isFalse();
        assertThat(space.decides("method")).isTrue();
        assertThat(space.decides("warmup")).isFalse();
    }

    @Test
    void namesAreUniqueAndNotBlank() {
        assertThatThrownBy(() -> space.with("method", uniform(0, 1)))
                .hasMessageContaining("two hyperparameters are called method")
                .hasMessageContaining("uniform(0, 1)");
        assertThatThrownBy(() -> space.with(" ", uniform(0, 1))).hasMessageContaining("without a name: uniform(0, 1)");
    }

    @Test
    void conditionsAreAboutValuesOfEarlierHyperparameters() {
        assertThatThrownBy(() -> space.with("x", uniform(0, 1), when("optimizer", "sgd")))
                .hasMessageContaining("optimizer is not in the space");
        assertThatThrownBy(() -> space.with("x", uniform(0, 1), when("method", "rmsprop")))
                .hasMessageContaining("rmsprop is not in choice(\"sgd\", \"adam\")");
        assertThatThrownBy(() -> space.with("x", uniform(0, 1), when("method")))
                .hasMessageContaining("exists for no value of method");
    }

    @Test
    void aRangeIsReplacedWithAllElseKept() {
        Space narrower = space.withRange("momentum", uniform(0.5, 0.9));

        assertThat(narrower)
                .hasToString("method = choice(\"sgd\", \"adam\"); momentum = uniform(0.5, 0.9) when method is sgd; "
                        + "warmup = integer(1, 9) when momentum is 0.5");
    }

    @Test
    void recordsAreFilledByName() {
        RecordBinding<Full> binding = new RecordBinding<>(Full.class, space);

        assertThat(binding.fill(new Assignment(Map.of("method", "sgd", "momentum", 0.5, "warmup", 3))))
                .isEqualTo(new Full("sgd", OptionalDouble.of(0.5), OptionalInt.of(3)));
        assertThat(binding.fill(new Assignment(Map.of("method", "adam"))))
                .isEqualTo(new Full("adam", OptionalDouble.empty(), OptionalInt.empty()));
    }

    @Test
    void recordsThatDoNotFitAreRefusedWithAllThatIsWrong() {
        record Wrong(Optional<String> method, double momentum, int units) {}
        assertThatThrownBy(() -> new RecordBinding<>(Wrong.class, space))
                .hasMessage("the record Wrong does not fit the space: method always exists, so its component needs no"
                        + " Optional; momentum exists only when method is sgd, so its component is an OptionalDouble,"
                        + " OptionalInt or Optional; no hyperparameter is called units; no component takes warmup");

        record WrongTypes(int method) {}
        assertThatThrownBy(() ->
                        new RecordBinding<>(WrongTypes.class, Space.empty().with("method", choice("sgd"))))
                .hasMessageContaining("method is a String, but its component a int");
    }

    @Test
    void choicesOfAnEnumFitItsComponent() {
        enum Activation {
            RELU,
            TANH {}
        }
        record Model(Activation activation, boolean bias) {}
        Space enums =
                Space.empty().with("activation", choice(Activation.values())).with("bias", choice(true, false));

        assertThat(new RecordBinding<>(Model.class, enums)
                        .fill(new Assignment(Map.of("activation", Activation.TANH, "bias", true))))
                .isEqualTo(new Model(Activation.TANH, true));
    }

    @Test
    void aRecordThatRefusesValuesIsQuoted() {
        record Picky(double rate) {
            Picky {
                throw new IllegalArgumentException("too picky");
            }
        }
        RecordBinding<Picky> binding =
                new RecordBinding<>(Picky.class, Space.empty().with("rate", uniform(0, 1)));

        assertThatThrownBy(() -> binding.fill(Assignment.empty().with("rate", 0.5)))
                .hasMessage("Picky refuses rate 0.5000: too picky");
    }

    @Test
    void valuesOfAssignmentsAreTypedAndMissingOnesNamed() {
        Assignment point = Assignment.empty().with("rate", 0.5).with("units", 3);

        assertThat(point.real("rate")).isEqualTo(0.5);
        assertThat(point.integer("units")).isEqualTo(3);
        assertThatThrownBy(() -> point.real("units")).hasMessage("units is 3 of type Integer, not Double");
        assertThatThrownBy(() -> point.real("momentum")).hasMessageContaining("only [rate, units]");
    }
}
