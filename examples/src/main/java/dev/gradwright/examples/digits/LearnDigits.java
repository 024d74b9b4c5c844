package dev.gradwright.examples.digits;

import dev.gradwright.train.Hook;
import dev.gradwright.train.Metrics;
import dev.gradwright.train.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns to read handwritten digits, with gradients that nobody wrote: checks the gradient, compares the first loss with what chance
 * gives, trains, and draws what the network misreads. Every run prints the same numbers.
 */
public final class LearnDigits {

    private static final long SEED = 42;
    private static final int UNITS = 48;
    private static final int EPOCHS = 30;
    private static final double LEARNING_RATE = 0.1;
    private static final int HALVINGS = 10;

    private final PrintStream out;
    private final Digits.Split digits = Digits.load().split(0.2, SEED);
    private final DigitClassifier model =
            new DigitClassifier(Digits.PIXELS, UNITS, Digits.CLASSES, new SplittableRandom(SEED));

    private LearnDigits(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the program.
     *
     * @param arguments where the picture goes; {@code misread-digits.png} in the current folder if not given
     */
    public static void main(String[] arguments) throws IOException {
        Path picture = Path.of(arguments.length > 0 ? arguments[0] : "misread-digits.png");
        new LearnDigits(System.out).run(picture);
    }

    private void run(Path picture) throws IOException {
        System.setProperty("java.awt.headless", "true");
        print(
                "%d images to learn from, %d to be tested with",
                digits.train().size(), digits.test().size());
        checkGradient();
        compareWithChance();
        train();
        report(picture);
    }

    private void checkGradient() {
        Digits few = digits.train().select(0, 1, 2, 3, 4, 5);
        var report = DigitClassifierGradientChecker.loss(model, few.images(), few.labels())
                .run();
        print("%n%s", report);
        report.orThrow();
    }

    private void compareWithChance() {
        double chance = Math.log(Digits.CLASSES);
        double loss = model.loss(digits.train().images(), digits.train().labels());
        print("%nfirst loss: %.4f; by chance, ln 10: %.4f", loss, chance);
    }

    private void train() {
        Training.of(model, digits.train(), LEARNING_RATE, HALVINGS, SEED)
                .epochs(EPOCHS)
                .hook(new Hook() {
                    @Override
                    public void onEpochEnd(Run run) {
                        printEpoch(run.epoch(), run.metrics());
                    }
                })
                .run();
    }

    private void printEpoch(int epoch, Map<String, Double> metrics) {
        if (epoch == 1 || epoch % 5 == 0) {
            print(
                    "epoch %2d: loss %.4f, training accuracy %5.1f %%",
                    epoch, metrics.get("loss"), 100 * metrics.get("accuracy"));
        }
    }

    private void report(Path picture) throws IOException {
        DigitSheet.misread(digits.test(), model.predict(digits.test().images())).write(picture);
        print("%nmisread digits drawn in %s", picture);
        print("train accuracy: %.1f %%", 100 * accuracy(digits.train()));
        print("test accuracy: %.1f %%", 100 * accuracy(digits.test()));
    }

    /** The fraction of images that are read right. */
    private double accuracy(Digits some) {
        return Metrics.accuracy(model.predict(some.images()), some.labels());
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
