package dev.gradwright.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    void greyPicturesAreReadBackPixelByPixel() throws IOException {
        Picture picture = picture(13, 7, 1);
        BufferedImage read = read(picture);
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 13; x++) {
                assertThat(read.getRaster().getSample(x, y, 0)).isEqualTo(picture.pixels()[y * 13 + x] & 255);
            }
        }
    }

    @Test
    void picturesWithColoursAreReadBackPixelByPixelHoweverLargeTheyAre() throws IOException {
        Picture picture = picture(200, 150, 3); // noise, which takes more room than the buffer has
        BufferedImage read = read(picture);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 200; x++) {
                int at = 3 * (y * 200 + x);
                byte[] pixels = picture.pixels();
                int colour = (pixels[at] & 255) << 16 | (pixels[at + 1] & 255) << 8 | pixels[at + 2] & 255;
                assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(colour);
            }
        }
    }

    private static Picture picture(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        new SplittableRandom(1).nextBytes(pixels);
        return new Picture(width, height, channels, pixels);
    }

    private static BufferedImage read(Picture picture) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(picture)));
        assertThat(read.getWidth()).isEqualTo(picture.width());
        assertThat(read.getHeight()).isEqualTo(picture.height());
        return read;
    }
}
