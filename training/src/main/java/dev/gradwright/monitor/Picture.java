package dev.gradwright.monitor;

/**
 * A picture, row by row from the top.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param pixels the bytes of one pixel after those of the other, 0 for black
 */
public record Picture(int width, int height, int channels, byte[] pixels) {

    /** Makes a picture of an array that nobody else changes. */
    public Picture {
        if (width < 1 || height < 1 || channels != 1 && channels != 3 || pixels.length != width * height * channels) {
            throw new IllegalArgumentException("no picture of " + width + " by " + height + " pixels with " + channels
                    + " channels in " + pixels.length + " bytes; channels are 1 or 3, and there is a byte for each");
        }
    }
}
