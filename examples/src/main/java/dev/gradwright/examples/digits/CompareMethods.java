package dev.gradwright.examples.digits;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Compares methods of training on the digits, and draws how the loss falls. */
public final class CompareMethods {

    private static final long SEED = 42;
    private static final int UNITS = 48;
    private static final int PASSES = 100;

    private CompareMethods() {}

    /**
     * Runs the program.
     *
     * @param arguments where the picture goes; {@code methods.png} in the current folder if not given
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        File picture = new File(arguments.length > 0 ? arguments[0] : "methods.png");
        Digits digits = Digits.load().split(0.2, SEED).train();
        new Comparison(digits, UNITS, 10, SEED).run(); // warms the compiler up, so that times are those of the methods
        List<Curves> runs = new Comparison(digits, UNITS, PASSES, SEED).run();
        for (Curves run : runs) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-26s loss %.6f after %3.0f passes, %5.2f s",
                    run,
                    run.last(),
                    run.passes(),
                    run.seconds()));
        }
        ImageIO.write(Comparison.draw(runs), "png", picture);
        System.out.println("curves drawn in " + picture);
    }
}
