package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.ImageShape;

/**
 * How much a picture is like noise: the contiguity ratio of Geary (The contiguity ratio and statistical mapping, The Incorporated Statistician 1954),
 * with pixels beside and below each other as neighbours:
 *
 * <pre>{@code C = (n - 1) / (2 p) * sum over p pairs of neighbours (x - y)^2 / sum over n pixels (x - mean)^2 }</pre>
 *
 * <p>It is near 0 for a smooth picture, 1 on average for independent pixels, and above 1 where neighbours differ more than by chance.
 */
final class NoiseScore {

    private NoiseScore() {}

    /** The score of a picture, the mean over its channels; NaN if it is of one colour, or has no neighbours. */
    static double of(double[] picture, ImageShape shape) {
        double sum = 0;
        for (int c = 0; c < shape.channels(); c++) {
            sum += ofChannel(picture, shape, c);
        }
        return sum / shape.channels();
    }

    private static double ofChannel(double[] picture, ImageShape shape, int channel) {
        int pixels = shape.width() * shape.height();
        double mean = 0;
        for (int i = 0; i < pixels; i++) {
            mean += at(picture, shape, channel, i) / pixels;
        }
        double variation = 0;
        double differences = 0;
        long pairs = 0;
        for (int i = 0; i < pixels; i++) {
            double here = at(picture, shape, channel, i);
            variation += (here - mean) * (here - mean);
            if (i % shape.width() < shape.width() - 1) {
                double difference = here - at(picture, shape, channel, i + 1);
                differences += difference * difference;
                pairs++;
            }
            if (i / shape.width() < shape.height() - 1) {
                double difference = here - at(picture, shape, channel, i + shape.width());
                differences += difference * difference;
                pairs++;
            }
        }
        return (pixels - 1) * differences / (2 * pairs * variation);
    }

    private static double at(double[] picture, ImageShape shape, int channel, int pixel) {
        return picture[pixel * shape.channels() + channel];
    }
}
