package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;

/** Sums over the numbers of parameters. */
final class Norms {

    private Norms() {}

    static double squaresOfValue(NamedParameter parameter) {
        double sum = 0;
        for (int s = 0; s < parameter.segments(); s++) {
            sum += squares(parameter.value(s), parameter.length(s));
        }
        return sum;
    }

    static double squaresOfGradient(NamedParameter parameter) {
        double sum = 0;
        for (int s = 0; s < parameter.segments(); s++) {
            sum += squares(parameter.gradient(s), parameter.length(s));
        }
        return sum;
    }

    /** The weights of a model: what is a table, as the numbers of a bias are few and begin at 0; all parameters if none is. */
    static List<NamedParameter> weights(Parameters parameters) {
        List<NamedParameter> tables =
                parameters.list().stream().filter(p -> p.shape().contains("x")).toList();
        return tables.isEmpty() ? parameters.list() : tables;
    }

    private static double squares(double[] numbers, int length) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            even += numbers[i] * numbers[i];
            odd += numbers[i + 1] * numbers[i + 1];
        }
        return i < length ? even + odd + numbers[i] * numbers[i] : even + odd;
    }
}
