package dev.gradwright.search;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;

import dev.gradwright.search.journal.JournalLockedException;
import dev.gradwright.search.prune.Pruner;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A study of a pretended training of eight epochs, whose loss falls by a rate and diverges where the rate is large. As a program it runs the study, as soon
 * as nobody else has the journal.
 */
final class LearningStudy {

    static final int EPOCHS = 8;

    private LearningStudy() {}

    /** Runs the program: journal, number of trials, milliseconds for an epoch. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        StudyBuilder settings = learning(Integer.parseInt(arguments[1]))
                .workers(2)
                .attempts(100)
                .journal(Path.of(arguments[0]));
        int sleep = Integer.parseInt(arguments[2]);
        while (true) {
            try (Study study = settings.open()) {
                study.run(trial -> train(trial, sleep));
                return;
            } catch (JournalLockedException e) {
                Thread.sleep(5);
            }
        }
    }

    static StudyBuilder learning(int trials) {
        return settings(trials).sampler(Sampler.tpe()).pruner(Pruner.median());
    }

    static StudyBuilder settings(int trials) {
        return Study.minimize("loss")
                .space(Space.empty()
                        .with("rate", logUniform(1e-4, 10))
                        .with("units", integer(1, 16))
                        .with("method", choice("sgd", "adam")))
                .seed(5)
                .epochs(EPOCHS)
                .trials(trials);
    }

    static double train(Trial trial, int sleep) throws InterruptedException {
        double rate = trial.real("rate");
        SplittableRandom random = trial.random();
        double loss = 1;
        for (int epoch = 1; epoch <= trial.epochs(); epoch++) {
            Thread.sleep(sleep * random.nextInt(3));
            loss *= Math.abs(1 - rate * (0.9 + 0.2 * random.nextDouble())) * (1 + trial.integer("units") / 100.0);
            if (rate > 5) {
                trial.diverged("the rate is " + rate);
            }
            if (trial.report(epoch, loss) == Advice.STOP) {
                return loss;
            }
        }
        return loss + (trial.get("method", String.class).equals("sgd") ? 0.1 : 0);
    }
}
