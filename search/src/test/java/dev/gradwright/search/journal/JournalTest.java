package dev.gradwright.search.journal;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private enum Method {
        SGD,
        ADAM
    }

    private static final Space SPACE = Space.empty()
            .with("rate", logUniform(1e-6, 10))
            .with("units", integer(8, 64, 8))
            .with("method", choice(Method.values()));
    private static final StudyHeader HEADER =
            new StudyHeader("loss", Direction.MINIMIZE, 7, "random", "none", 4, 0, SPACE.toString());

    @TempDir
    Path folder;

    private static TrialRecord trial(int number) {
        return new TrialRecord(
                number,
                -number * 1234567890123L,
                1,
                Assignment.empty()
                        .with("rate", 0.1 + number / 3.0)
                        .with("units", 16)
                        .with("method", Method.ADAM),
                List.of(new Report(1, 0.3), new Report(5, Double.POSITIVE_INFINITY)),
                number % 2 == 0 ? State.COMPLETED : State.DIVERGED,
                number % 2 == 0 ? 1 / 3.0 : Double.NaN,
                number % 2 == 0 ? "" : "loss is Infinity after epoch 5",
                0.125);
    }

    private Path write(int trials) throws IOException {
        Path path = folder.resolve("study.journal");
        try (Journal journal = Journal.open(path, HEADER, SPACE)) {
            for (int i = 0; i < trials; i++) {
                journal.begin(i, 1, trial(i).point());
                journal.end(trial(i));
            }
            journal.begin(trials, 2, trial(trials).point());
        }
        return path;
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Path path = write(4);

        try (Journal journal = Journal.open(path, HEADER, SPACE)) {
            StudyLog log = journal.before();
            assertThat(log.header()).contains(HEADER);
            assertThat(log.trials()).containsExactly(trial(0), trial(1), trial(2), trial(3));
            assertThat(log.unfinished()).isEqualTo(Map.of(4, 2));
            assertThat(log.dropped()).isZero();
        }
    }

    @Test
    void aJournalReadByItselfHasChoicesAsTextsAndListsReadably() throws IOException {
        StudyLog log = StudyLog.read(write(2));

        assertThat(log.trials().get(0).point().find("method")).contains("ADAM");
        assertThat(log.space().toString())
                .isEqualTo(
                        "rate = logUniform(1e-6, 10); units = integer(8, 64, 8); method = choice(\"SGD\", \"ADAM\")");
        assertThat(log.toString().lines().map(String::strip))
                .containsExactly(
                        "minimize loss by random, seed 7",
                        "trial  state      value     seconds  rate      units  method  reason",
                        "0      completed  0.333333  0.13     0.100000  16     ADAM",
                        "1      diverged   NaN       0.13     0.433333  16     ADAM    loss is Infinity after epoch 5",
                        "not ended: [2]");
    }

    @Test
    void aJournalCutAnywhereIsRecoveredUpToTheCut() throws IOException {
        byte[] whole = Files.readAllBytes(write(3));
        Path path = folder.resolve("cut.journal");
        int everywhere = whole.length - 150;
        for (int length = 0; length <= whole.length; length += length < everywhere ? 13 : 1) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(path, cut);
            long linesLeft = new String(cut).chars().filter(c -> c == '\n').count();
            boolean isTorn = length > 0 && cut[length - 1] != '\n';
            int ends = (int) new String(cut, 0, new String(cut).lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith("end ", 9))
                    .count();

            try (Journal journal = Journal.open(path, HEADER, SPACE)) {
                assertThat(journal.before().trials()).hasSize(ends);
                assertThat(journal.before().dropped()).isEqualTo(isTorn ? 1 : 0);
                journal.end(trial(9));
            }
            StudyLog after = StudyLog.read(path);
            assertThat(after.dropped()).as("the torn line is gone").isZero();
            assertThat(after.trials()).hasSize(ends + 1);
            assertThat(Files.readAllLines(path).size())
                    .isGreaterThanOrEqualTo(
                            (int) Math.max(linesLeft, 1 + SPACE.dimensions().size()) + 1);
        }
    }

    @Test
    void aDamagedLineAmongOthersIsLeftOutAndCounted() throws IOException {
        Path path = write(3);
        List<String> lines = Files.readAllLines(path);
        int end = 1 + SPACE.dimensions().size() + 3;
        lines.set(end, lines.get(end).replace("COMPLETED", "FAILED").replace("DIVERGED", "FAILED"));
        Files.write(path, lines);

        try (Journal journal = Journal.open(path, HEADER, SPACE)) {
            assertThat(journal.before().dropped()).isEqualTo(1);
            assertThat(journal.before().trials()).containsExactly(trial(0), trial(2));
            assertThat(journal.before().unfinished()).containsKey(1);
        }
        assertThat(Files.readAllLines(path))
                .as("nothing is cut off that stands before whole lines")
                .isEqualTo(lines);
    }

    @Test
    void aFileThatIsNoJournalIsLeftAsItIs() throws IOException {
        Path path = Files.writeString(folder.resolve("notes.txt"), "first\nsecond\n");

        assertThatThrownBy(() -> Journal.open(path, HEADER, SPACE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no journal of a study");
        assertThat(path).hasContent("first\nsecond\n");
    }

    @Test
    void theJournalOfAnotherStudyIsRefusedWithWhatIsDifferent() throws IOException {
        Path path = write(1);
        StudyHeader other = new StudyHeader("loss", Direction.MAXIMIZE, 8, "random", "none", 4, 0, SPACE.toString());

        assertThatThrownBy(() -> Journal.open(path, other, SPACE))
                .hasMessageContaining(
                        "direction is MAXIMIZE, but in the journal MINIMIZE; seed is 8, but in the journal 7");
        // and it is not locked for that
        Journal.open(path, HEADER, SPACE).close();
    }

    @Test
    void aSecondWriterIsRefusedAndNamedAndAReaderIsNot() throws IOException {
        Path path = write(1);
        try (Journal first = Journal.open(path, HEADER, SPACE)) {
            assertThatThrownBy(() -> Journal.open(path, HEADER, SPACE))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("is being written by another study of this process");
            assertThat(StudyLog.read(path).trials()).hasSize(1);
            assertThatThrownBy(() -> Journal.open(path, HEADER, SPACE))
                    .as("still, after a reader has closed the file")
                    .isInstanceOf(JournalLockedException.class);
            first.end(trial(1));
        }
        assertThat(StudyLog.read(path).trials()).hasSize(2);
    }
}
