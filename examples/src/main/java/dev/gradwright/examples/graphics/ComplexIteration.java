package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;

/** Steps of z -> z^2 + c on complex numbers, which are records. */
public final class ComplexIteration {

    private ComplexIteration() {}

    /** A complex number. */
    record Complex(double re, double im) {

        Complex plus(Complex other) {
            return new Complex(re + other.re, im + other.im);
        }

        Complex square() {
            return new Complex(re * re - im * im, 2 * re * im);
        }

        double squaredModulus() {
            return re * re + im * im;
        }
    }

    @Differentiable
    public static double escape(double re, double im) {
        Complex c = new Complex(0.3 * re, 0.3 * im);
        Complex z = c;
        for (int i = 0; i < 12; i++) {
            if (z.squaredModulus() > 4) {
                return Math.log(z.squaredModulus()) + i;
            }
            z = z.square().plus(c);
        }
        return z.squaredModulus();
    }
}
