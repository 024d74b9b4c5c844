package dev.gradwright.monitor;

import java.util.Arrays;

/** Pictures side by side, with lines of one pixel between them. Each picture has a scale of its own: its least number is black, its largest white. */
public final class Mosaic {

    private static final int MOST = 100;
    private static final byte LINE = (byte) 255;
    private static final double WHITE = 255;

    private Mosaic() {}

    /**
     * Draws pictures.
     *
     * @param pictures the numbers of each; the first 100 are drawn
     * @param shape how they are to be seen
     */
    public static Picture of(double[][] pictures, ImageShape shape) {
        int count = Math.min(MOST, pictures.length);
        int across = (int) Math.ceil(Math.sqrt(count));
        int down = (count + across - 1) / across;
        int width = across * (shape.width() + 1) + 1;
        int height = down * (shape.height() + 1) + 1;
        byte[] pixels = new byte[width * height * shape.channels()];
        Arrays.fill(pixels, LINE);
        for (int i = 0; i < count; i++) {
            int x = i % across * (shape.width() + 1) + 1;
            int y = i / across * (shape.height() + 1) + 1;
            draw(pictures[i], shape, pixels, y * width + x, width);
        }
        return new Picture(width, height, shape.channels(), pixels);
    }

    private static void draw(double[] picture, ImageShape shape, byte[] pixels, int corner, int width) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double number : picture) {
            if (Double.isFinite(number)) {
                min = Math.min(min, number);
                max = Math.max(max, number);
            }
        }
        double scale = max > min ? WHITE / (max - min) : 0;
        int row = shape.width() * shape.channels();
        for (int i = 0; i < shape.size(); i++) {
            int at = (corner + i / row * width) * shape.channels() + i % row;
            pixels[at] = (byte) Math.round((picture[i] - min) * scale); // NaN is drawn black
        }
    }
}
