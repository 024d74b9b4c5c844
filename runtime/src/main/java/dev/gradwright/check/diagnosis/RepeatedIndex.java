package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows that are looked up once are right, and all that is wrong lies in rows that are looked up several times. */
final class RepeatedIndex implements Pattern {

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        int rows = rows(evidence);
        for (Map.Entry<String, int[]> indices : evidence.subject().indices().entrySet()) {
            Set<Integer> repeated = repeated(indices.getValue());
            int rowLength = evidence.report().size() / rows;
            boolean onlyThere = evidence.wrong().stream().allMatch(c -> repeated.contains(c.index() / rowLength));
            if (onlyThere && !evidence.right().isEmpty()) {
                return Optional.of(new Diagnosis(
                        evidence.report().name(),
                        Cause.REPEATED_INDEX,
                        "wrong only at " + repeated + ", which " + indices.getKey() + " names more than once"));
            }
        }
        return Optional.empty();
    }

    private static int rows(Evidence evidence) {
        return evidence.subject().inputs().stream()
                .filter(input -> input.name().equals(evidence.report().name()))
                .mapToInt(input -> input.lengths()[0])
                .findFirst()
                .orElseThrow();
    }

    private static Set<Integer> repeated(int[] indices) {
        return Arrays.stream(indices)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
