package dev.gradwright.processor.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.EjmlProducts;
import dev.gradwright.processor.testing.LaneProbe;
import dev.gradwright.processor.testing.Numbers;
import dev.gradwright.processor.testing.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Sweeps that carry three seeds, of programs made at random, against sweeps for each seed alone. Set {@code gradwright.programs} and
 * {@code gradwright.seed} to try more, or others.
 */
class RandomLanesTest {

    private static final int TOGETHER = 25;
    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final int COUNT = Integer.getInteger("gradwright.programs", 100) / 2;

    private final List<String> failures = new ArrayList<>();
    private int compared;
    private int thrown;

    @Test
    void lanesAreTheSingleSweepsToTheLastBit(TestReporter reporter) {
        for (long first = SEED; first < SEED + COUNT; first += TOGETHER) {
            List<Program> programs = LongStream.range(first, Math.min(SEED + COUNT, first + TOGETHER))
                    .mapToObj(ProgramGenerator::program)
                    .filter(program -> Judge.judge(program).kind() != Verdict.Kind.REFUSED)
                    .toList();
            List<String> sources = new ArrayList<>(Program.LIBRARY);
            programs.forEach(program -> sources.add(program.source()));
            Compiled compiled = Compiled.of(asking(sources.toArray(String[]::new)));
            programs.forEach(program -> compare(compiled, program));
        }
        reporter.publishEntry("points", compared + " compared, " + thrown + " thrown at");
        assertThat(failures).as("%s", String.join("\n", failures)).isEmpty();
        assertThat(compared).isGreaterThan(COUNT);
    }

    private static String[] asking(String... sources) {
        return Arrays.stream(Probe.asking("seeds = 3", sources))
                .map(source -> source.replace("@Differentiable(wrt", "@Differentiable(seeds = 3, wrt"))
                .toArray(String[]::new);
    }

    private void compare(Compiled compiled, Program program) {
        Subject subject = new Subject(compiled, program.name());
        LaneProbe lanes = subject.lanes();
        for (Object[] point : Points.of(subject, program.seed())) {
            List<Object> returned;
            try {
                returned = returned(subject, point);
            } catch (RuntimeException | AssertionError e) {
                // after this the same objects have to work at the next point
                thrown += lanes.throwsAnywhereAt(() -> start(subject, point)) ? 1 : 0;
                continue;
            }
            try {
                EjmlProducts.during(() -> lanes.agreesAt(() -> start(subject, point), returned));
                compared++;
            } catch (RuntimeException | AssertionError e) {
                failures.add("seed " + program.seed() + ": " + e + "\n" + program.source());
            }
        }
    }

    /** What a point gives that carries a derivative; throws where the gradient does. */
    private static List<Object> returned(Subject subject, Object[] point) {
        subject.record(start(subject, point));
        Object value = subject.primal(start(subject, point));
        List<Object> parts = value instanceof Object[] all && value.getClass() == Object[].class
                ? Arrays.asList(all)
                : List.of(value);
        List<Border.Leaf> leaves = subject.border().results();
        List<Object> active = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).isActive()) {
                active.add(Numbers.copy(parts.get(i)));
            }
        }
        return active;
    }

    /** The arguments anew, the same array twice where it is, and the state of the model as it began. */
    private static Object[] start(Subject subject, Object[] point) {
        subject.reset();
        Object[] copies = new Object[point.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = Numbers.copy(point[i]);
            for (int j = 0; j < i; j++) {
                copies[i] = point[j] == point[i] ? copies[j] : copies[i];
            }
        }
        return copies;
    }
}
