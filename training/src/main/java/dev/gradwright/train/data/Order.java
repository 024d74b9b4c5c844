package dev.gradwright.train.data;

/** Orders in which examples are taken. */
public final class Order {

    private static final long SHUFFLE = 1;

    private Order() {}

    /** The numbers from 0 to one less than a size, in this order. */
    public static int[] natural(int size) {
        int[] order = new int[size];
        reset(order);
        return order;
    }

    /** Puts the natural order back. */
    public static void reset(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** Shuffles (Fisher and Yates), in a way that depends on the seed and the epoch alone. */
    public static void shuffle(int[] order, long seed, long epoch) {
        SeededRandom random = new SeededRandom().seed(seed, SHUFFLE, epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
