package dev.gradwright.minimize;

/** Vectors as arrays. */
final class Vectors {

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The Euclidean norm, without overflow of the squares. */
    static double norm(double[] a) {
        double largest = largest(a);
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double number : a) {
            double scaled = number / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /** The largest absolute value; NaN if there is one. */
    static double largest(double[] a) {
        double largest = 0;
        for (double number : a) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** {@code target += factor * a}. */
    static void addMultiple(double factor, double[] a, double[] target) {
        for (int i = 0; i < a.length; i++) {
            target[i] += factor * a[i];
        }
    }

    /** {@code a - b}. */
    static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    static boolean allFinite(double[] a) {
        for (double number : a) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
