package dev.gradwright.kernel;

/** Whether {@link Math#fma(double, double, double)} is an instruction here. Where it is not, it computes with BigDecimal: hundreds of times slower. */
public final class FusedMultiplyAdd {

    /** An instruction takes a few nanoseconds even when interpreted, BigDecimal a microsecond. */
    private static final long NANOSECONDS = 200;

    private static final int CALLS = 100;
    private static final int TRIES = 10;

    private FusedMultiplyAdd() {}

    /** Measures it. */
    public static boolean isFast() {
        long best = Long.MAX_VALUE;
        double sum = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                sum = Math.fma(1.0 / (i + 3), 1.1, sum);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best < NANOSECONDS * CALLS && !Double.isNaN(sum);
    }
}
