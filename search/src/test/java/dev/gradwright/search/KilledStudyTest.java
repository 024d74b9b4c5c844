package dev.gradwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.search.RepeatableTrialsTest.Essence;
import dev.gradwright.search.journal.StudyLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that run a study are killed in the middle of it, again and again; nothing is lost or run twice. */
@Timeout(300)
class KilledStudyTest {

    /** 30 in the nightly profile. */
    private static final int KILLS = Integer.getInteger("gradwright.kills", 3);

    private static final int TRIALS_BETWEEN_KILLS = 12;
    private static final int EPOCH_MILLIS = 3;

    private final SplittableRandom random = new SplittableRandom(1);

    @TempDir
    Path folder;

    @Test
    void aStudySurvivesTheDeathOfItsProcess() throws Exception {
        killAndResume(1);
    }

    @Test
    void anotherProcessThatWaitsTakesOver() throws Exception {
        killAndResume(2);
    }

    private void killAndResume(int processes) throws Exception {
        Path journal = folder.resolve("study.journal");
        int trials = (KILLS + 2) * TRIALS_BETWEEN_KILLS;
        List<Process> running = new ArrayList<>();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                while (running.size() < processes) {
                    running.add(start(journal, trials));
                }
                String before = await(journal, (kill + 1) * TRIALS_BETWEEN_KILLS);
                Thread.sleep(random.nextInt(20));
                running.remove(writer(journal, running)).destroyForcibly().waitFor();
                assertThat(Files.readString(journal)).as("only added to").startsWith(before);
            }
            while (running.size() < processes) {
                running.add(start(journal, trials));
            }
            for (Process process : running) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            running.forEach(Process::destroyForcibly);
        }
        requireEachTrialOnce(journal);
        StudyLog log = StudyLog.read(journal);
        assertThat(log.dropped()).isZero();
        assertThat(log.unfinished()).isEmpty();
        assertThat(Essence.of(log.trials())).isEqualTo(undisturbed(trials));
    }

    private static List<Essence> undisturbed(int trials) throws IOException {
        try (Study study = LearningStudy.learning(trials).open()) {
            return Essence.of(study.run(trial -> LearningStudy.train(trial, 0)).trials());
        }
    }

    /** Each number ends once, and does not begin again afterwards. */
    private static void requireEachTrialOnce(Path journal) throws IOException {
        Set<String> ended = new HashSet<>();
        for (String line : Files.readAllLines(journal)) {
            String[] words = line.split(" ");
            if (words[1].equals("end")) {
                assertThat(ended.add(words[2])).as("%s ends twice", words[2]).isTrue();
            } else if (words[1].equals("begin")) {
                assertThat(ended).as("%s begins again", words[2]).doesNotContain(words[2]);
            }
        }
    }

    /** Waits until so many trials have ended; gives the whole lines that are there. */
    private static String await(Path journal, int trials) throws Exception {
        while (true) {
            String text = Files.exists(journal) ? Files.readString(journal) : "";
            if (text.lines().filter(line -> line.startsWith("end ", 9)).count() >= trials) {
                return text.substring(0, text.lastIndexOf('\n') + 1);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Which process has the journal. */
    private static int writer(Path journal, List<Process> running) throws IOException {
        long pid = Long.parseLong(
                Files.readString(journal.resolveSibling("study.journal.lock")).strip());
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).pid() == pid) {
                return i;
            }
        }
        throw new AssertionError("process " + pid + " is none of those that run");
    }

    private static Process start(Path journal, int trials) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LearningStudy.class.getName(),
                        journal.toString(),
                        "" + trials,
                        "" + EPOCH_MILLIS)
                .inheritIO()
                .start();
    }
}
