package dev.gradwright.processor.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.report.Parting;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.EjmlProducts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** In random programs, whose gradients are right, tangent and adjoint part at no line, so that none is accused in vain. */
class TracedProgramsTest {

    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final int COUNT = Integer.getInteger("gradwright.programs", 100) / 4;

    @Test
    void partNowhere() {
        List<Program> programs = LongStream.range(SEED, SEED + COUNT)
                .mapToObj(ProgramGenerator::program)
                .filter(program -> Judge.judge(program).kind() == Verdict.Kind.AGREES)
                .toList();
        List<String> sources = new ArrayList<>(Program.LIBRARY);
        programs.forEach(program -> sources.add(program.source()));
        Compiled compiled = Compiled.traced(sources.toArray(String[]::new));
        List<String> accused = new ArrayList<>();
        for (Program program : programs) {
            Subject subject = new Subject(compiled, program.name());
            int seed = 0;
            for (Object[] point : Points.of(subject, program.seed())) {
                Trial trial = new Trial(subject, point, ++seed);
                List<Parting> lines = EjmlProducts.give(trial::partings);
                if (!lines.isEmpty()) {
                    accused.add("seed " + program.seed() + ": " + lines + "\n" + program.source());
                }
            }
        }
        assertThat(programs).hasSizeGreaterThan(COUNT / 2);
        assertThat(accused).isEmpty();
    }
}
