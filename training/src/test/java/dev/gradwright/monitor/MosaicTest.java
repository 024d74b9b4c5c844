package dev.gradwright.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MosaicTest {

    private static final byte WHITE = (byte) 255;

    @Test
    void picturesStandSideBySideEachOnItsOwnScale() {
        Picture picture = Mosaic.of(new double[][] {{0, 1}, {-5, 5}, {7, 7}}, ImageShape.grey(2, 1));
        assertThat(picture.width()).isEqualTo(7);
        assertThat(picture.height()).isEqualTo(5);
        assertThat(row(picture, 1)).containsExactly(WHITE, 0, WHITE, WHITE, 0, WHITE, WHITE);
        assertThat(row(picture, 3)).containsExactly(WHITE, 0, 0, WHITE, WHITE, WHITE, WHITE);
    }

    @Test
    void coloursKeepTheirOrder() {
        Picture picture = Mosaic.of(new double[][] {{0, 0.5, 1}}, new ImageShape(1, 1, 3));
        assertThat(picture.channels()).isEqualTo(3);
        assertThat(picture.pixels()).hasSize(27).containsSequence((byte) 0, (byte) 128, WHITE);
    }

    @Test
    void aNumberThatIsNoneIsBlack() {
        Picture picture = Mosaic.of(new double[][] {{Double.NaN, 1, 2}}, ImageShape.grey(3, 1));
        assertThat(row(picture, 1)).containsExactly(WHITE, 0, 0, WHITE, WHITE);
    }

    private static byte[] row(Picture picture, int y) {
        byte[] row = new byte[picture.width()];
        System.arraycopy(picture.pixels(), y * picture.width(), row, 0, row.length);
        return row;
    }
}
