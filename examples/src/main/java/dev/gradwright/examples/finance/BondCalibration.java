package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** How far the prices of coupon bonds on a curve of zero rates are from those observed. */
public final class BondCalibration {

    private BondCalibration() {}

    /**
     * The sum of squared errors.
     *
     * @param rates zero rates at the years 0, 1, 2, ...
     */
    @Differentiable
    public static double misfit(
            @Shape("years") double[] rates,
            @Constant @Shape("bonds") double[] coupons,
            @Constant @Shape("bonds") double[] prices) {
        double sum = 0;
        for (int bond = 0; bond < coupons.length; bond++) {
            int maturity = 1 + bond % (rates.length - 1);
            double value = 0;
            for (int year = 1; year <= maturity; year++) {
                double discount = Math.exp(-0.1 * rates[year] * year);
                value += coupons[bond] * discount;
                if (year == maturity) {
                    value += discount;
                }
            }
            double error = value - prices[bond];
            sum += error * error;
        }
        return sum;
    }
}
