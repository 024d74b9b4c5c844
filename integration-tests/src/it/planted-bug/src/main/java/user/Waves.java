package user;

import dev.gradwright.CustomDerivative;
import dev.gradwright.RuleFor;
import dev.gradwright.Shape;
import dev.gradwright.UseRules;

/** Derivatives given by hand, wrong in each mode. */
@UseRules(Waves.class)
final class Waves {

    private Waves() {}

    @CustomDerivative(reverse = "energyReverse")
    static double energy(@Shape("n") double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += Math.sin(v);
        }
        return sum;
    }

    static void energyReverse(double[] x, double resultBar, double[] xBar) {
        for (int i = 0; i < x.length; i++) {
            xBar[i] = resultBar * Math.sin(x[i]); // the planted bug
        }
    }

    @RuleFor(Math.class)
    @CustomDerivative(forward = "cosForward")
    static double cos(double a) {
        return Math.cos(a);
    }

    static double cosForward(double a, double aDot) {
        return Math.sin(a) * aDot; // the planted bug
    }
}
