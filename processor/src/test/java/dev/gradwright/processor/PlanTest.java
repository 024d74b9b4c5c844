package dev.gradwright.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** On request the processor says what a method puts on the tape, and why. */
class PlanTest {

    private static final String SOURCE = """
            package t;
            import dev.gradwright.Differentiable;
            final class F {
                @Differentiable static double f(double[] x, int n) {
                    double[] y = new double[x.length];
                    double p = 1;
                    for (int i = 0; i < n; i++) {
                        double a = 1 - x[i];
                        double e = Math.exp(a);
                        y[i] = Math.tanh(e * p);
                        p = p * (a * a) + y[i];
                    }
                    while (p > 1) { p *= x[0]; }
                    return p;
                }
            }
            """;

    private static List<String> notes(String... options) {
        Compilation compilation = javac().withProcessors(new DifferentiableProcessor())
                .withOptions((Object[]) options)
                .compile(JavaFileObjects.forSourceString("t.F", SOURCE));
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        return compilation.notes().stream()
                .map(note -> note.getLineNumber() + ": " + note.getMessage(Locale.ROOT))
                .filter(text -> text.contains("[GW501]"))
                .toList();
    }

    @Test
    void namesWhatIsKeptAndWhy() {
        assertThat(notes("-Agradwright.plan=true")).containsExactly("""
                4: [GW501] For its reverse sweep, F.f puts on the tape
                  once a call, x (double[]): an argument
                  once a call, xBar (double[]): where the derivative of an argument goes
                  once a call, n (int): an argument
                  once a call, line 5, y (double[]): made or returned, once
                  once a call, line 5, yBar (double[]): where a derivative goes
                  once a call, line 13, trips (long): the turns of a loop that does not count by one to a fixed bound
                  each turn of a loop, line 8, pKept (double): the variable changes afterwards
                  each turn of a loop, line 9, e (double): costs more to compute again than to keep
                  each turn of a loop, line 13, pKept (double): the variable changes afterwards
                  computed again: a
                  read again where they are stored: tanhValue""");
    }

    @Test
    void saysNothingUnasked() {
        assertThat(notes()).isEmpty();
        assertThat(notes("-Agradwright.plan=false")).isEmpty();
    }
}
