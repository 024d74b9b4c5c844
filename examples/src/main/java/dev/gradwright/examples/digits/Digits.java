package dev.gradwright.examples.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Handwritten digits: images of 8x8 pixels from 0 (white) to 1 (black), a row each, and which digit each shows. The UCI data set
 * "Optical Recognition of Handwritten Digits" (Alpaydin and Kaynak 1998, CC BY 4.0).
 *
 * @param images one row of 64 pixels for each image
 * @param labels one digit for each image
 */
public record Digits(DMatrixRMaj images, int[] labels) {

    /** How many pixels an image has. */
    public static final int PIXELS = 64;

    /** How many digits there are. */
    public static final int CLASSES = 10;

    private static final String RESOURCE = "digits.csv.gz";
    private static final int DARKEST = 16;

    /** All 1,797 images. */
    public static Digits load() {
        try (InputStream in = Digits.class.getResourceAsStream(RESOURCE);
                Reader reader = new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII)) {
            return parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines of 64 pixels from 0 to 16 and a digit, separated by commas.
     *
     * @throws IllegalArgumentException if a line is not of that form, naming it
     */
    static Digits parse(Reader reader) {
        List<String> lines = new BufferedReader(reader).lines().toList();
        DMatrixRMaj images = new DMatrixRMaj(lines.size(), PIXELS);
        int[] labels = new int[lines.size()];
        for (int i = 0; i < labels.length; i++) {
            int[] numbers = numbers(lines.get(i), i + 1);
            for (int j = 0; j < PIXELS; j++) {
                images.set(i, j, numbers[j] / (double) DARKEST);
            }
            labels[i] = numbers[PIXELS];
        }
        return new Digits(images, labels);
    }

    /** Two parts: the training part and, for the given fraction, the test part. The same seed gives the same parts. */
    public Split split(double testFraction, long seed) {
        int[] order = shuffled(size(), new SplittableRandom(seed));
        int tests = (int) Math.round(testFraction * size());
        return new Split(select(Arrays.copyOfRange(order, tests, order.length)), select(Arrays.copyOf(order, tests)));
    }

    /** The parts of a {@link #split}. */
    public record Split(Digits train, Digits test) {}

    /** How many images there are. */
    public int size() {
        return labels.length;
    }

    /** These images and then others. */
    public Digits and(Digits others) {
        DMatrixRMaj all = new DMatrixRMaj(size() + others.size(), PIXELS);
        CommonOps_DDRM.concatRows(images, others.images, all);
        return new Digits(
                all,
                IntStream.concat(Arrays.stream(labels), Arrays.stream(others.labels))
                        .toArray());
    }

    /** Some of the images, in the given order. */
    public Digits select(int... indices) {
        DMatrixRMaj chosen = new DMatrixRMaj(indices.length, PIXELS);
        int[] digits = new int[indices.length];
        copy(indices, 0, chosen, digits);
        return new Digits(chosen, digits);
    }

    /**
     * Copies a batch: as many images as the target has rows, chosen by the order from a position on.
     *
     * @param order indices of images
     * @param from where in the order the batch begins
     * @param batch receives the images
     * @param digits receives the labels
     */
    public void copy(int[] order, int from, DMatrixRMaj batch, int[] digits) {
        for (int i = 0; i < digits.length; i++) {
            int image = order[from + i];
            System.arraycopy(images.data, image * PIXELS, batch.data, i * PIXELS, PIXELS);
            digits[i] = labels[image];
        }
    }

    /** The numbers from 0 to one less than a count, in random order (Fisher and Yates). */
    static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static int[] numbers(String line, int lineNumber) {
        String[] fields = line.split(",");
        if (fields.length != PIXELS + 1) {
            throw new IllegalArgumentException("line " + lineNumber + " has " + fields.length + " numbers, not 65");
        }
        int[] numbers = new int[fields.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(fields[i].strip());
            int largest = i == PIXELS ? CLASSES - 1 : DARKEST;
            if (numbers[i] < 0 || numbers[i] > largest) {
                throw new IllegalArgumentException("line " + lineNumber + ", number " + (i + 1) + " is " + numbers[i]
                        + ", not from 0 to " + largest);
            }
        }
        return numbers;
    }
}
