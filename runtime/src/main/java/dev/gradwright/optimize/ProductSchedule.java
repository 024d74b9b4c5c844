package dev.gradwright.optimize;

import java.util.List;
import java.util.stream.Collectors;

/** The product of schedules. */
record ProductSchedule(List<Schedule> factors) implements Schedule {

    @Override
    public double at(long step) {
        double product = 1;
        for (int i = 0; i < factors.size(); i++) {
            product *= factors.get(i).at(step);
        }
        return product;
    }

    @Override
    public String toString() {
        return factors.stream()
                .map(factor -> "(" + Schedule.describe(factor) + ")")
                .collect(Collectors.joining(" x "));
    }
}
