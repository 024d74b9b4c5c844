package dev.gradwright.monitor.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WritingThreadTest {

    private static final Finding FINDING =
            new Finding("rule", Finding.Severity.NOTE, 4, "", 0, 0, "It is so.", "Let it be.", "");

    @TempDir
    Path folder;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> reports = new ArrayList<>();

    /** Notes what it is told, and on which thread. */
    private class Notes implements Recorder {
        volatile Thread thread;

        void note(String what) {
            thread = Thread.currentThread();
            notes.add(what);
        }

        @Override
        public void resume(long step) {
            note("resume " + step);
        }

        @Override
        public void scalar(String tag, long step, double value) {
            note(tag + " " + step + " " + value);
        }

        @Override
        public void histogram(String tag, long step, Histogram histogram) {
            note(tag + " " + histogram.count());
        }

        @Override
        public void picture(String tag, long step, Picture picture) {
            note(tag + " " + picture.width());
        }

        @Override
        public void finding(Finding finding) {
            note(finding.rule());
        }

        @Override
        public void flush() {
            note("flush");
        }

        @Override
        public void close() {
            note("close");
        }
    }

    /** What was noted, without flushes, which come by themselves each second too. */
    private List<String> records() {
        return notes.stream().filter(note -> !note.equals("flush")).toList();
    }

    private WritingThread to(Recorder... recorders) {
        return new WritingThread(reports::add, List.of(recorders));
    }

    @Test
    void everythingComesInOrderOnAnotherThreadWhichEndsWhenItIsClosed() throws Exception {
        Notes recorder = new Notes();
        WritingThread writing = to(recorder);
        writing.resume(3);
        assertThat(records()).containsExactly("resume 3");
        writing.scalar("a", 4, 0.5);
        writing.histogram("h", 4, new Histogram(1, 0, 1, 1, 1, 1, new double[] {1, 2}, new long[] {1}));
        writing.picture("p", 4, new Picture(1, 1, 1, new byte[1]));
        writing.finding(FINDING);
        writing.scalar("a", 5, 0.25);
        writing.close();

        assertThat(records()).containsExactly("resume 3", "a 4 0.5", "h 1", "p 1", "rule", "a 5 0.25");
        assertThat(notes.subList(notes.indexOf("rule"), notes.size())).contains("flush");
        assertThat(recorder.thread).isNotSameAs(Thread.currentThread());
        recorder.thread.join();

        writing.scalar("a", 6, 1);
        writing.close();
        assertThat(records()).endsWith("a 6 1.0");
    }

    @Test
    void whatIsRecordedFasterThanItIsWrittenIsWaitedForAndNeitherLostNorHeapedUp() {
        WritingThread writing = to(new Notes() {
            @Override
            public void scalar(String tag, long step, double value) {
                if (step % 1000 == 0) {
                    pause();
                }
                super.scalar(tag, step, value);
            }
        });
        int most = 0;
        for (int step = 0; step < 100_000; step++) {
            writing.scalar("a", step, 0);
            most = Math.max(most, step + 1 - notes.size());
        }
        writing.close();

        assertThat(records())
                .containsExactlyElementsOf(IntStream.range(0, 100_000)
                        .mapToObj(step -> "a " + step + " 0.0")
                        .toList());
        assertThat(most).isBetween(1000, 10_000);
    }

    @Test
    void aRecorderThatFailsIsReportedOnTheThreadThatRecordsAndTheOthersGoOn() throws IOException {
        List<Thread> reporters = new ArrayList<>();
        Path full = folder.resolve("full.csv");
        CsvRecorder closed = new CsvRecorder(full);
        closed.close();
        WritingThread writing = new WritingThread(
                sentence -> {
                    reports.add(sentence);
                    reporters.add(Thread.currentThread());
                },
                List.of(closed, new Notes()));
        for (int step = 0; step < 3; step++) {
            writing.scalar("a", step, 0);
            writing.flush();
        }
        writing.close();

        assertThat(reports).singleElement().asString().contains("Nothing more is recorded", full.toString());
        assertThat(reporters).containsExactly(Thread.currentThread());
        assertThat(records()).containsExactly("a 0 0.0", "a 1 0.0", "a 2 0.0");
    }

    @Test
    void anErrorThatNobodyCanGoOnAfterReachesTheThreadThatRecords() {
        WritingThread writing = to(new Notes() {
            @Override
            public void scalar(String tag, long step, double value) {
                throw new OutOfMemoryError("of a test");
            }
        });
        writing.scalar("a", 1, 0);

        assertThatThrownBy(writing::close).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aThreadThatIsInterruptedStillHasEverythingWritten() throws IOException {
        Path file = folder.resolve("numbers.csv");
        try (CsvRecorder csv = new CsvRecorder(file)) {
            WritingThread writing = to(csv);
            writing.scalar("a", 1, 1);
            Thread.currentThread().interrupt();
            writing.scalar("a", 2, 2);
            writing.flush();
            writing.close();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Files.readAllLines(file)).containsExactly("step,tag,value", "1,a,1.0", "2,a,2.0");
        assertThat(reports).isEmpty();
    }

    @Test
    void whoFollowsAFileSeesFindingsAndNumbersThoughNothingMoreComes() throws Exception {
        Path csvFile = folder.resolve("numbers.csv");
        Path jsonFile = folder.resolve("log.jsonl");
        try (CsvRecorder csv = new CsvRecorder(csvFile);
                JsonLinesRecorder json = new JsonLinesRecorder(jsonFile)) {
            WritingThread writing = to(csv, json);
            writing.finding(FINDING);
            await(jsonFile, "It is so.");
            writing.scalar("a", 7, 0.5);
            await(csvFile, "7,a,0.5");
            writing.close();
        }
    }

    @Test
    void waitsForWhatIsBeingWritten() {
        CountDownLatch begun = new CountDownLatch(1);
        WritingThread writing = to(new Notes() {
            @Override
            public void scalar(String tag, long step, double value) {
                begun.countDown();
                pause();
                super.scalar(tag, step, value);
            }
        });
        writing.scalar("a", 1, 0);
        assertThat(begun).satisfies(CountDownLatch::await);
        writing.await();
        assertThat(records()).containsExactly("a 1 0.0");
        writing.close();
    }

    private static void await(Path file, String text) throws Exception {
        while (!Files.readString(file).contains(text)) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(10).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
