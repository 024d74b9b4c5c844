package dev.gradwright.monitor;

/**
 * How numbers in a row are to be seen as a picture: pixel by pixel, row by row from the top, the channels of a pixel one after the other.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record ImageShape(int width, int height, int channels) {

    /** A shape. */
    public ImageShape {
        if (width < 1 || height < 1 || channels != 1 && channels != 3) {
            throw new IllegalArgumentException("no picture has " + width + " by " + height + " pixels with " + channels
                    + " channels; channels are 1 or 3");
        }
    }

    /** A grey picture. */
    public static ImageShape grey(int width, int height) {
        return new ImageShape(width, height, 1);
    }

    /** How many numbers a picture has. */
    public int size() {
        return width * height * channels;
    }
}
