package dev.gradwright.check.stage;

import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Optional;

/** Compares numbers bit by bit. */
final class Bits {

    private Bits() {}

    /**
     * Where two lists first differ, and how.
     *
     * @param place the index
     * @param first the number in the first list
     * @param second the number in the second
     */
    record Difference(int place, double first, double second) {}

    /** The first place where the lists differ; a zero is not the other zero, and all kinds of NaN are one. */
    static Optional<Difference> first(double[] one, double[] other) {
        if (one.length != other.length) {
            return Optional.of(new Difference(Math.min(one.length, other.length), one.length, other.length));
        }
        for (int i = 0; i < one.length; i++) {
            if (Double.doubleToLongBits(one[i]) != Double.doubleToLongBits(other[i])) {
                return Optional.of(new Difference(i, one[i], other[i]));
            }
        }
        return Optional.empty();
    }

    /** The first place where gradients differ, for people: {@code weight [1,3]: 0.5 and 1.0}. */
    static Optional<String> first(List<Input> inputs, List<double[]> one, List<double[]> other) {
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Optional<Difference> difference = first(one.get(i), other.get(i));
            if (difference.isPresent()) {
                Difference d = difference.get();
                return Optional.of(
                        input.name() + " " + input.place(d.place()) + ": " + d.first() + " and " + d.second());
            }
        }
        return Optional.empty();
    }
}
