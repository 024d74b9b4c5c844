package dev.gradwright.check;

/**
 * The draws of {@code numpy.random.seed(n)}: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998) and Marsaglia's polar method, as
 * {@code randn} and {@code randint} use them. For published cases that start from such a seed.
 */
public final class NumpyRandom {

    private static final int SIZE = 624;

    private final int[] state = new int[SIZE];
    private int next = SIZE;
    private double kept = Double.NaN;

    public NumpyRandom(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** {@code randn}. */
    public double gaussian() {
        if (!Double.isNaN(kept)) {
            double result = kept;
            kept = Double.NaN;
            return result;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        kept = factor * x;
        return factor * y;
    }

    /** {@code scale * randn(rows, columns)}. */
    public double[][] gaussians(int rows, int columns, double scale) {
        double[][] all = new double[rows][columns];
        for (double[] row : all) {
            for (int i = 0; i < columns; i++) {
                row[i] = scale * gaussian();
            }
        }
        return all;
    }

    /** {@code randint(bound)}. */
    public int index(int bound) {
        int mask = Integer.highestOneBit(bound - 1) * 2 - 1;
        int drawn;
        do {
            drawn = bits() & mask;
        } while (drawn >= bound);
        return drawn;
    }

    private double uniform() {
        long high = bits() >>> 5;
        long low = bits() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    private int bits() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
            state[i] = state[(i + 397) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
