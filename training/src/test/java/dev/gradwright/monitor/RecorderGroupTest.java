package dev.gradwright.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradwright.monitor.file.CsvRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderGroupTest {

    /** Notes what it is told. */
    private static class Notes implements Recorder {
        final List<String> notes = new ArrayList<>();

        @Override
        public void resume(long step) {
            notes.add("resume " + step);
        }

        @Override
        public void scalar(String tag, long step, double value) {
            notes.add(tag + " " + step + " " + value);
        }

        @Override
        public void histogram(String tag, long step, Histogram histogram) {
            notes.add(tag + " " + histogram.count());
        }

        @Override
        public void picture(String tag, long step, Picture picture) {
            notes.add(tag + " " + picture.width());
        }

        @Override
        public void finding(Finding finding) {
            notes.add(finding.rule());
        }

        @Override
        public void flush() {
            notes.add("flush");
        }

        @Override
        public void close() {
            notes.add("close");
        }
    }

    @Test
    void allGetEverything() {
        Notes first = new Notes();
        Notes second = new Notes();
        RecorderGroup group = RecorderGroup.of(first, second);
        group.resume(3);
        group.scalar("a", 4, 0.5);
        group.histogram("h", 4, new Histogram(1, 0, 1, 1, 1, 1, new double[] {1, 2}, new long[] {1}));
        group.picture("p", 4, new Picture(1, 1, 1, new byte[1]));
        group.finding(new Finding("rule", Finding.Severity.NOTE, 4, "", 0, 0, "", "", ""));
        group.flush();
        group.close();

        assertThat(first.notes).containsExactly("resume 3", "a 4 0.5", "h 1", "p 1", "rule", "flush", "close");
        assertThat(second.notes).isEqualTo(first.notes);
        assertThat(group.failures()).isEmpty();
    }

    @Test
    void oneThatFailsIsReportedOnceClosedAndDropped() {
        Notes notes = new Notes();
        Notes failing = new Notes() {
            @Override
            public void scalar(String tag, long step, double value) {
                throw new UncheckedIOException("cannot write x: full", new IOException("full"));
            }

            @Override
            public String toString() {
                return "CSV file x";
            }
        };
        List<String> reports = new ArrayList<>();
        RecorderGroup group = new RecorderGroup(reports::add, List.of(failing, notes));
        group.scalar("a", 1, 1);
        group.scalar("a", 2, 2);
        group.close();

        assertThat(reports)
                .containsExactly(
                        "Nothing more is recorded in the CSV file x, and training goes on: cannot write x: full");
        assertThat(group.failures()).isEqualTo(reports);
        assertThat(failing.notes).containsExactly("close");
        assertThat(notes.notes).containsExactly("a 1 1.0", "a 2 2.0", "close");
    }

    @Test
    void aFullDiskIsReportedAndLosesNoTraining(@TempDir Path folder) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "there is no /dev/full here, which is a disk that is always full");
        Path link = Files.createSymbolicLink(folder.resolve("loss.csv"), full);
        Notes notes = new Notes();
        RecorderGroup group = new RecorderGroup(sentence -> {}, List.of(new CsvRecorder(link), notes));
        for (int step = 0; step < 2000; step++) {
            group.scalar("a", step, step);
        }
        group.flush();

        assertThat(group.failures())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot write " + link, "No space left on device");
        assertThat(notes.notes).hasSize(2001);
    }
}
