package dev.gradwright.check.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The arguments of a generated method's calls, in their order. Every call gets new copies, so that a method may write into them. */
final class CallArguments {

    private final List<Supplier<?>> values = new ArrayList<>();
    private final List<Supplier<?>> directions = new ArrayList<>();

    /** Adds one with respect to which a derivative is taken. */
    void add(Argument argument) {
        values.add(argument::value);
        directions.add(argument::direction);
    }

    /** Adds one with respect to which none is. */
    void addConstant(Object value) {
        values.add(() -> Copies.of(value));
        directions.add(() -> null);
    }

    /** Adds a source of random numbers, made anew for each call from one seed, so that all calls see the same draws. */
    void addSource(long seed, LongFunction<RandomGenerator> maker) {
        values.add(() -> maker.apply(seed));
        directions.add(() -> null);
    }

    Object[] values() {
        return values.stream().map(Supplier::get).toArray();
    }

    Object[] directions() {
        return directions.stream().map(Supplier::get).toArray();
    }
}
