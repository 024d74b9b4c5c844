package dev.gradwright.optimize;

/** Euclidean norms. */
final class Norm {

    private Norm() {}

    /** The norm of every {@code stride}-th of the numbers from one index up to another; does not overflow before it must. */
    static double of(double[] numbers, int from, int to, int stride) {
        double sum = sumOfSquares(numbers, from, to, stride, 1);
        if (sum < Double.POSITIVE_INFINITY && sum > Double.MIN_NORMAL) {
            return Math.sqrt(sum);
        }
        double largest = 0;
        for (int i = from; i < to; i += stride) {
            largest = Math.max(largest, Math.abs(numbers[i]));
        }
        return largest == 0 || largest == Double.POSITIVE_INFINITY
                ? largest
                : largest * Math.sqrt(sumOfSquares(numbers, from, to, stride, largest));
    }

    private static double sumOfSquares(double[] numbers, int from, int to, int stride, double unit) {
        double sum = 0;
        for (int i = from; i < to; i += stride) {
            double scaled = numbers[i] / unit;
            sum += scaled * scaled;
        }
        return sum;
    }
}
