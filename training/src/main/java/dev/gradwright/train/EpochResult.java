package dev.gradwright.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an epoch has come to.
 *
 * @param epoch its number, from 1
 * @param step how many steps had been taken at its end
 * @param metrics the results by name, as {@link Run#metrics} has them
 */
public record EpochResult(int epoch, long step, Map<String, Double> metrics) {

    /** Makes a result with a copy of the metrics. */
    public EpochResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
