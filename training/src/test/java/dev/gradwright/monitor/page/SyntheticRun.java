package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.util.SplittableRandom;

/** Numbers such as a training gives, without one. */
final class SyntheticRun {

    private static final String[] LAYERS = {"hidden.weight", "hidden.bias", "output.weight", "output.bias"};

    private final SplittableRandom random = new SplittableRandom(7);
    private final Recorder recorder;

    SyntheticRun(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Records the steps from one to another, the last excluded. */
    void steps(int from, int to) {
        for (int step = from; step < to; step++) {
            double learned = Math.exp(-step / 400.0);
            recorder.scalar(
                    "train/loss", step, 0.02 + 2.3 * learned * (1 + 0.25 * random.nextGaussian() * Math.sqrt(learned)));
            recorder.scalar("learning rate", step, 0.1 * Math.pow(0.5, step / 500));
            if (step % 5 == 0) {
                for (int i = 0; i < LAYERS.length; i++) {
                    recorder.scalar(
                            "ratio/" + LAYERS[i],
                            step,
                            2e-3 * learned * (1 + i) * Math.exp(0.4 * random.nextGaussian()));
                    recorder.scalar(
                            "gradient/" + LAYERS[i], step, 0.3 * learned * Math.exp(0.3 * random.nextGaussian() - i));
                }
            }
            if (step % 45 == 0) {
                epoch(step, learned);
            }
        }
    }

    void worry(int step) {
        recorder.finding(new Finding(
                "update-ratio",
                Finding.Severity.WARNING,
                step,
                "output.bias",
                0.031,
                1e-2,
                "The updates of output.bias are 3.1e-2 of its size, more than 1e-2.",
                "Lower its learning rate, or warm up.",
                "CS231n, Babysitting the learning process, ratio of updates to weights"));
        recorder.finding(new Finding(
                "dead-units",
                Finding.Severity.ERROR,
                step,
                "relu",
                0.71,
                0.4,
                "71 % of the units of relu gave 0 for all examples of the last batches.",
                "Lower the learning rate, or start with smaller weights.",
                ""));
        recorder.finding(new Finding(
                "plateau",
                Finding.Severity.NOTE,
                step,
                "",
                0.001,
                0.01,
                "The loss falls by 0.1 % in an epoch.",
                "Lower the learning rate now.",
                ""));
    }

    private void epoch(int step, double learned) {
        recorder.scalar("validation/loss", step, 0.08 + 2.2 * learned);
        recorder.scalar("train/accuracy", step, 1 - 0.9 * learned);
        recorder.scalar("validation/accuracy", step, 0.98 - 0.88 * learned);
        recorder.scalar("gap/accuracy", step, 0.02 - 0.02 * learned);
        recorder.scalar("dead/relu", step, 12 * (1 - learned));
        recorder.scalar("saturation/relu", step, 0.3 + 0.1 * learned);
        recorder.scalar("activation mean/relu", step, 0.4 * (1 - learned));
        recorder.scalar("time/forward", step, 0.2 + 0.01 * random.nextGaussian());
        recorder.histogram("activation/relu", step, normal(0.2 * (1 - learned), 0.3 + 0.5 * (1 - learned)));
        recorder.histogram("weight/hidden.weight", step, normal(0, 0.15 + 0.1 * (1 - learned)));
        recorder.picture("filters/hidden.weight", step, grid(learned));
    }

    private Histogram normal(double mean, double deviation) {
        double[] numbers = random.doubles(400)
                .map(x -> mean + deviation * random.nextGaussian())
                .sorted()
                .toArray();
        double[] edges = new double[31];
        long[] counts = new long[30];
        double low = numbers[0];
        double high = numbers[numbers.length - 1];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < edges.length; i++) {
            edges[i] = low + (high - low) * i / 30;
        }
        for (double number : numbers) {
            counts[(int) Math.min(29, 30 * (number - low) / (high - low))]++;
            sum += number;
            squares += number * number;
        }
        return new Histogram(numbers.length, 0, low, high, sum, squares, edges, counts);
    }

    /** 6 by 8 tiles with a stroke each under noise that fades. */
    private Picture grid(double noise) {
        int width = 8 * 9 + 1;
        int height = 6 * 9 + 1;
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isLine = x % 9 == 0 || y % 9 == 0;
                int tile = x / 9 + 8 * (y / 9);
                double wave = Math.cos((x % 9 * Math.cos(tile) + y % 9 * Math.sin(tile)) * 0.8);
                double light = 128 + 100 * wave * (1 - noise) + 90 * noise * random.nextGaussian();
                pixels[y * width + x] = (byte) (isLine ? 255 : Math.max(0, Math.min(255, light)));
            }
        }
        return new Picture(width, height, 1, pixels);
    }
}
