package dev.gradwright.examples.digits;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of some digits, each with what it is and what it was taken for. */
final class DigitSheet {

    private static final int SIDE = 8;
    private static final int SCALE = 10;
    private static final int TILE = SIDE * SCALE;
    private static final int MARGIN = 16;
    private static final int CAPTION = 20;
    private static final int TITLE = 40;
    private static final int COLUMNS = 8;
    private static final Color RIGHT = new Color(0x1b7837);
    private static final Color WRONG = new Color(0xb2182b);

    private final Digits digits;
    private final int[] predicted;
    private final int[] shown;

    private DigitSheet(Digits digits, int[] predicted, int[] shown) {
        this.digits = digits;
        this.predicted = predicted;
        this.shown = shown;
    }

    /** The images whose prediction is wrong. */
    static DigitSheet misread(Digits digits, int[] predicted) {
        int[] wrong = IntStream.range(0, predicted.length)
                .filter(i -> predicted[i] != digits.labels()[i])
                .toArray();
        return new DigitSheet(digits, predicted, wrong);
    }

    /** Writes the picture as PNG. */
    void write(Path file) throws IOException {
        ImageIO.write(draw(), "png", file.toFile());
    }

    BufferedImage draw() {
        int rows = Math.max(1, (shown.length + COLUMNS - 1) / COLUMNS);
        int width = MARGIN + COLUMNS * (TILE + MARGIN);
        int height = TITLE + rows * (TILE + CAPTION + MARGIN);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        graphics.drawString(shown.length + " of " + predicted.length + " misread", MARGIN, 26);
        for (int i = 0; i < shown.length; i++) {
            int left = MARGIN + i % COLUMNS * (TILE + MARGIN);
            int top = TITLE + i / COLUMNS * (TILE + CAPTION + MARGIN);
            tile(graphics, shown[i], left, top);
        }
        graphics.dispose();
        return picture;
    }

    private void tile(Graphics2D graphics, int image, int left, int top) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int light = (int) Math.round(255 * (1 - digits.images().get(image, row * SIDE + column)));
                graphics.setColor(new Color(light, light, light));
                graphics.fillRect(left + column * SCALE, top + row * SCALE, SCALE, SCALE);
            }
        }
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(left, top, TILE, TILE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.setColor(RIGHT);
        graphics.drawString("is " + digits.labels()[image], left, top + TILE + 16);
        graphics.setColor(WRONG);
        graphics.drawString("read " + predicted[image], left + 34, top + TILE + 16);
    }
}
