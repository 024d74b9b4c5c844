package dev.gradwright.monitor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG. */
public final class Png {

    private Png() {}

    /** The bytes of a PNG file that shows exactly a picture's pixels. */
    public static byte[] of(Picture picture) {
        boolean isGrey = picture.channels() == 1;
        int type = isGrey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
        if (isGrey) {
            image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.pixels());
        } else {
            image.setRGB(0, 0, picture.width(), picture.height(), colours(picture.pixels()), 0, picture.width());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int[] colours(byte[] pixels) {
        int[] colours = new int[pixels.length / 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (pixels[3 * i] & 255) << 16 | (pixels[3 * i + 1] & 255) << 8 | pixels[3 * i + 2] & 255;
        }
        return colours;
    }
}
