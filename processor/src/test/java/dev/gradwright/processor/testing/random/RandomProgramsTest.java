package dev.gradwright.processor.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.random.Verdict.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Programs made at random, from seeds that follow each other. Set {@code gradwright.programs} and {@code gradwright.seed} to try
 * more, or others.
 */
class RandomProgramsTest {

    private static final int TOGETHER = 50;
    private static final int SHRUNK = 3;
    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final int COUNT = Integer.getInteger("gradwright.programs", 100);

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> failures = new ArrayList<>();

    @Test
    void primalTangentAdjointAndDifferencesAgree(TestReporter reporter) {
        for (long first = SEED; first < SEED + COUNT; first += TOGETHER) {
            List<Program> programs = LongStream.range(first, Math.min(SEED + COUNT, first + TOGETHER))
                    .mapToObj(ProgramGenerator::program)
                    .toList();
            Judge.judge(programs).forEach(this::count);
        }
        reporter.publishEntry("programs from seed " + SEED, counts.toString());
        assertThat(failures)
                .as("%d of %d programs:%n%s", failures.size(), COUNT, String.join("\n", failures))
                .isEmpty();
        assertThat(counts.getOrDefault(Kind.AGREES, 0)).as("%s", counts).isGreaterThan(COUNT * 9 / 10);
    }

    private void count(Program program, Verdict verdict) {
        counts.merge(verdict.kind(), 1, Integer::sum);
        if (verdict.isFailure()) {
            failures.add(report(program, verdict));
        }
    }

    /** A failure with the smallest program that still fails in this way. */
    private String report(Program program, Verdict verdict) {
        Program smallest = failures.size() < SHRUNK
                ? Shrinker.shrink(program, candidate -> Judge.judge(candidate).kind() == verdict.kind(), 400)
                : program;
        return "seed " + program.seed() + ": " + Judge.judge(smallest).text() + "\n" + smallest.source();
    }
}
