package dev.gradwright.check.settings;

/**
 * How a derivative is taken from values of the function. Steps are for coordinates of size up to 1 and grow with larger ones. The usual step of
 * each balances truncation against rounding (Nocedal and Wright, Numerical Optimization, section 8.1).
 */
public enum DifferenceMethod {
    /** {@code (f(x+h) - f(x)) / h}, error O(h): one evaluation, half of the digits. For comparison. */
    FORWARD("forward difference", 1e-8),
    /** {@code (f(x+h) - f(x-h)) / 2h}, error O(h^2): two evaluations. The usual one. */
    CENTRED("centred difference", 1e-5),
    /** {@code (f(x-2h) - 8 f(x-h) + 8 f(x+h) - f(x+2h)) / 12h}, error O(h^4): four evaluations. */
    FIVE_POINT("five-point difference", 1e-3),
    /**
     * Centred differences with shrinking steps, extrapolated to step 0 until rounding takes over; up to 20 evaluations. C. Ridders, Accurate computation of
     * F'(x) and F'(x) F''(x), Advances in Engineering Software 4 (1982).
     */
    RIDDERS("extrapolated difference", 1e-2);

    private final String title;
    private final double usualStep;

    DifferenceMethod(String title, double usualStep) {
        this.title = title;
        this.usualStep = usualStep;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The step that is taken where none is set. */
    public double usualStep() {
        return usualStep;
    }
}
