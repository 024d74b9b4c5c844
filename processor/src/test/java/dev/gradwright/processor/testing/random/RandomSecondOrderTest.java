package dev.gradwright.processor.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.HessianProbe;
import dev.gradwright.processor.testing.Probe;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Second derivatives of programs made at random: those that are functions of their arguments and give a number. Set {@code
 * gradwright.programs} and {@code gradwright.seed} to try more, or others.
 */
class RandomSecondOrderTest {

    private static final int TOGETHER = 50;
    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final int COUNT = Integer.getInteger("gradwright.programs", 100) / 2;

    private final List<String> failures = new ArrayList<>();
    private int compared;

    @Test
    void gradientsAreTheSameAndHessiansSymmetricAndRight() {
        for (long first = SEED; first < SEED + COUNT; first += TOGETHER) {
            List<Program> programs = LongStream.range(first, Math.min(SEED + COUNT, first + TOGETHER))
                    .mapToObj(ProgramGenerator::program)
                    .filter(program -> program.source().contains("@Differentiable static double f("))
                    .toList();
            List<String> sources = new ArrayList<>(Program.LIBRARY);
            programs.forEach(program -> sources.add(program.source()));
            Compiled compiled = Compiled.of(Probe.secondOrder(sources.toArray(String[]::new)));
            programs.forEach(program -> compare(compiled, program));
        }
        assertThat(failures).as("%s", String.join("\n", failures)).isEmpty();
        assertThat(compared).isGreaterThan(COUNT / 2);
    }

    private void compare(Compiled compiled, Program program) {
        Subject subject = new Subject(compiled, program.name());
        assertThat(Modifier.isStatic(subject.method().getModifiers())).isTrue();
        for (Object[] point : Points.of(subject, program.seed())) {
            if (!isShared(point) && !subject.border().hasRecords()) {
                try {
                    HessianProbe.of(compiled, program.name(), "f")
                            .withDifferenceTolerance(1e-3)
                            .skippingKinks()
                            .agreesAt(point);
                    compared++;
                } catch (AssertionError e) {
                    failures.add("seed " + program.seed() + ": " + e.getMessage() + "\n" + program.source());
                } catch (IndexOutOfBoundsException
                        | NegativeArraySizeException
                        | ArithmeticException
                        | IllegalArgumentException e) {
                    // the program throws at this point, or EJML does in it, as others see to
                }
            }
        }
    }

    /** Whether an array is passed twice, for which directions would have to be shared too. */
    private static boolean isShared(Object[] point) {
        return IntStream.range(0, point.length)
                .filter(i -> !(point[i] instanceof Number) && !(point[i] instanceof Boolean))
                .anyMatch(i -> IntStream.range(0, i).anyMatch(j -> point[i] == point[j]));
    }
}
