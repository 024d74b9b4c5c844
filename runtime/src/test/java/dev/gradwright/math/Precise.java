package dev.gradwright.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** Functions to about 60 digits, by series. Slow, and simple enough to be believed. */
final class Precise {

    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Below this magnitude three terms of a series are exact to 60 digits. */
    private static final BigDecimal TINY = new BigDecimal("1e-20");

    private Precise() {}

    /** Taylor's series of {@code e^(x / 2^s)}, squared s times. */
    static BigDecimal exp(BigDecimal x) {
        int squarings = Math.max(0, x.precision() - x.scale() + 1) * 4 + 8;
        BigDecimal r = x.divide(TWO.pow(squarings), DIGITS);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int n = 1; term.signum() != 0 && n < 40; n++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < squarings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** By what an estimate is off: {@code log(1 + x) = y + log(1 + d)} with {@code d = (1 + x) e^-y - 1}. */
    static BigDecimal log1p(BigDecimal x) {
        if (x.abs().compareTo(TINY) < 0) {
            return logarithmOfNearlyOne(x);
        }
        BigDecimal y = new BigDecimal(Math.log1p(x.doubleValue()));
        BigDecimal d = ONE.add(x).multiply(exp(y.negate()), DIGITS).subtract(ONE);
        return y.add(logarithmOfNearlyOne(d), DIGITS);
    }

    private static BigDecimal logarithmOfNearlyOne(BigDecimal d) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = ONE;
        for (int n = 1; n <= 5; n++) {
            power = power.multiply(d, DIGITS);
            BigDecimal term = power.divide(BigDecimal.valueOf(n), DIGITS);
            sum = n % 2 == 1 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
        }
        return sum;
    }

    static BigDecimal tanh(BigDecimal x) {
        if (x.abs().compareTo(TINY) < 0) {
            return x.subtract(x.pow(3).divide(BigDecimal.valueOf(3), DIGITS), DIGITS);
        }
        BigDecimal e = exp(x.multiply(TWO));
        return e.subtract(ONE).divide(e.add(ONE), DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
    }

    static BigDecimal softplus(BigDecimal x) {
        BigDecimal positive = x.max(BigDecimal.ZERO);
        return positive.add(log1p(exp(x.abs().negate())), DIGITS);
    }
}
