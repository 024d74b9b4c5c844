package dev.gradwright.search.sample;

import dev.gradwright.search.space.Range;
import java.util.function.ToDoubleBiFunction;

/** The hyperparameters of one trial, one by one. The same name gives the same value, whatever was asked for before. */
public interface Draw {

    /**
     * The value of a hyperparameter.
     *
     * @throws IllegalArgumentException if the sampler cannot draw it
     */
    <T> T value(String name, Range<T> range);

    /** A draw by positions on the scales of ranges. */
    static Draw byPosition(ToDoubleBiFunction<String, Range<?>> positions) {
        return new Draw() {
            @Override
            public <T> T value(String name, Range<T> range) {
                return range.at(positions.applyAsDouble(name, range));
            }
        };
    }
}
