package dev.gradwright.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every planted fault is found, at the inputs whose gradient is wrong and no others, and its cause is named where the numbers show it. The table
 * of faults, by which stage each was found first, and named causes is {@code target/planted-faults.txt}.
 */
class PlantedFaultsTest {

    private static final int SEEDS = Integer.getInteger("gradwright.points", 2);
    private static final int FEWEST = 40;
    private static final Path TABLE_FILE = Path.of("target", "planted-faults.txt");
    private static final Map<String, String> TABLE = new ConcurrentSkipListMap<>();

    static Stream<Arguments> faults() {
        return Corpus.LAYERS.stream()
                .flatMap(layer -> layer.faults().stream().map(fault -> Arguments.of(layer.name(), fault, layer)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void isFound(String name, Fault fault, Layer layer) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            PassReport pass = GradientCheck.of(layer.at(new Draw(Draw.Kind.ANYWHERE, seed), fault))
                    .seed(seed)
                    .run()
                    .passes()
                    .get(0);
            assertThat(pass.verdict().isFailure()).as("seed %d", seed).isTrue();
            Trace trace = fault.trace();
            if (trace.stage().isPresent()) {
                assertThat(failed(pass))
                        .as("seed %d", seed)
                        .contains(trace.stage().get());
            } else {
                assertThat(wrong(pass))
                        .as("seed %d: %s", seed, pass.diagnoses())
                        .isEqualTo(trace.inputs());
            }
            trace.cause().ifPresent(cause -> assertThat(causes(pass, trace)).containsOnly(cause));
            TABLE.putIfAbsent(name + fault, row(name, fault, pass));
        }
    }

    @Test
    void areMany() {
        assertThat(faults().map(each -> each.get()[1]).distinct()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @AfterAll
    static void writeTable() throws IOException {
        Files.createDirectories(TABLE_FILE.getParent());
        Files.write(TABLE_FILE, TABLE.values());
    }

    private static String row(String layer, Fault fault, PassReport pass) {
        return String.format(
                Locale.ROOT,
                "%-20s %-42s %-22s %s",
                layer,
                fault.toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                failed(pass).get(0).title(),
                pass.diagnoses().stream().map(d -> d.input() + ": " + d.cause()).collect(Collectors.joining(", ")));
    }

    /** The causes named for the inputs that are wrong, or for the stage that failed. */
    private static List<Cause> causes(PassReport pass, Trace trace) {
        return pass.diagnoses().stream()
                .filter(diagnosis -> trace.stage().isEmpty()
                        || diagnosis.input().equals(trace.stage().get().title()))
                .map(Diagnosis::cause)
                .toList();
    }

    private static List<Stage> failed(PassReport pass) {
        return pass.stages().stream()
                .filter(stage -> stage.outcome() == Outcome.FAILED)
                .map(StageReport::stage)
                .toList();
    }

    private static Set<String> wrong(PassReport pass) {
        return pass.inputs().stream()
                .filter(input -> input.verdict().isFailure())
                .map(InputReport::name)
                .collect(Collectors.toSet());
    }
}
