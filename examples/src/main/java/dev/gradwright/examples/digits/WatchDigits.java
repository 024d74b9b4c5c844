package dev.gradwright.examples.digits;

import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.console.ConsoleRecorder;
import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.page.PageServer;
import dev.gradwright.monitor.page.TrainingPage;
import dev.gradwright.monitor.setup.Monitors;
import dev.gradwright.monitor.tensorboard.TensorBoardRecorder;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.TrainingResult;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Learns to read handwritten digits with everything on that can be watched: a page in the browser, lines on the console, CSV, JSON, and files for
 * TensorBoard. The {@link Health#SICK} variant learns a hundred times too fast, which kills its rectifiers; page and advice show it.
 */
public final class WatchDigits {

    private static final long SEED = 42;
    private static final int UNITS = 48;
    private static final int EPOCHS = 30;
    private static final int HALVINGS = 10;

    /** How well a training is set up. */
    enum Health {
        HEALTHY(0.08),
        SICK(8);

        private final double learningRate;

        Health(double learningRate) {
            this.learningRate = learningRate;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Health health;
    private final int epochs;
    private final Path folder;
    private final Digits.Split digits = Digits.load().split(0.2, SEED);
    private final DigitClassifier model =
            new DigitClassifier(Digits.PIXELS, UNITS, Digits.CLASSES, new SplittableRandom(SEED));

    WatchDigits(Health health, int epochs, Path folder) {
        this.health = health;
        this.epochs = epochs;
        this.folder = folder;
    }

    /**
     * Runs the program.
     *
     * @param arguments the folder for what is written, {@code watched} if not given; {@code sick} for that variant; how many epochs, 30 if not given
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "watched");
        Health health = arguments.length > 1 ? Health.valueOf(arguments[1].toUpperCase(Locale.ROOT)) : Health.HEALTHY;
        int epochs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : EPOCHS;
        System.out.println(new WatchDigits(health, epochs, folder).run(System.out));
        System.out.println("the page is in " + folder.resolve("training.html"));
    }

    /** Trains, and writes all that is seen into the folder. */
    TrainingResult run(PrintStream console) throws IOException {
        String title = "Digits, " + health + ": learning rate " + health.learningRate;
        try (TrainingPage page = new TrainingPage(title, folder.resolve("training.html"));
                PageServer server = PageServer.start(page, 0);
                ConsoleRecorder lines = ConsoleRecorder.to(console);
                CsvRecorder csv = new CsvRecorder(folder.resolve("numbers.csv"));
                JsonLinesRecorder json = new JsonLinesRecorder(folder.resolve("log.jsonl"));
                TensorBoardRecorder events = new TensorBoardRecorder(folder.resolve("events"))) {
            console.println("watch it at " + server.address());
            // the training has a few hundred steps only, so it is looked at more often than is usual
            Monitors monitors = Monitors.standard(page, lines, csv, json, events)
                    .every(10, 20, 50, 100)
                    .histograms()
                    .filters("hidden.weight", ImageShape.grey(8, 8));
            return trainer().hooks(monitors.hooks()).run();
        }
    }

    private Trainer<DigitClassifierGradient, Batch<DMatrixRMaj, int[]>> trainer() {
        Digits test = digits.test();
        return Training.of(model, digits.train(), health.learningRate, HALVINGS, SEED)
                .epochs(epochs)
                .validation(
                        Examples.of(test.images(), test.labels(), Digits.CLASSES),
                        batch -> model.loss(batch.inputs(), batch.labels()));
    }
}
