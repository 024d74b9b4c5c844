package dev.gradwright.junit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes a name for people and files from JUnit's unique id of a test. */
final class TestName {

    private static final Pattern SEGMENT = Pattern.compile("\\[([^:\\]]+):((?:[^\\]\\[]|\\[\\])*)\\]");

    private TestName() {}

    /**
     * The name: {@code user.AffineTest.weights} for a test without parameters, {@code user.AffineTest.sizes-int-3} for the third invocation of one with an
     * {@code int}.
     */
    static String of(String uniqueId) {
        List<String> parts = SEGMENT.matcher(uniqueId)
                .results()
                .filter(segment -> !segment.group(1).equals("engine"))
                .map((MatchResult segment) -> segment.group(2))
                .toList();
        return String.join(".", parts)
                .replaceAll("[^\\p{L}\\p{N}._$]+", "-")
                .replaceAll("-\\.-?", "-")
                .replaceAll("-$", "");
    }
}
