package dev.gradwright.check.report;

/** How far an analytic derivative is from a numeric one. */
public final class RelativeError {

    private RelativeError() {}

    /**
     * {@code |a - n| / max(|a|, |n|)}, and 0 if both are 0. Above 1e-2 a gradient is wrong; 1e-7 and less is right for a smooth
     * function; up to 1e-4 is acceptable where there are kinks (CS231n, "Learning", gradient checks).
     */
    public static double of(double analytic, double numeric) {
        double scale = Math.max(Math.abs(analytic), Math.abs(numeric));
        return scale == 0 ? 0 : Math.abs(analytic - numeric) / scale;
    }
}
