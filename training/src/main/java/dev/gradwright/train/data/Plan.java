package dev.gradwright.train.data;

/**
 * How an epoch goes through a data set: in which order, and where its batches begin.
 */
public final class Plan {

    private final int batchSize;
    private final boolean dropsLast;
    private final boolean shuffles;
    private final long seed;
    private final int[] order;

    /**
     * A plan for a number of examples.
     *
     * @param dropsLast whether a last batch that is smaller than the others is left out
     * @param shuffles whether each epoch has an order of its own
     * @throws IllegalArgumentException if the batch size is not positive, or larger than the set
     */
    public Plan(int examples, int batchSize, boolean dropsLast, boolean shuffles, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch of " + batchSize + " examples makes no sense; use 1 or more");
        }
        if (batchSize > examples) {
            throw new IllegalArgumentException("a batch of " + batchSize
                    + " examples is larger than the data set, which has " + examples + "; use at most " + examples);
        }
        this.batchSize = batchSize;
        this.dropsLast = dropsLast;
        this.shuffles = shuffles;
        this.seed = seed;
        this.order = Order.natural(examples);
    }

    /** Puts the order of an epoch into {@link #order}. */
    public void begin(int epoch) {
        Order.reset(order);
        if (shuffles) {
            Order.shuffle(order, seed, epoch);
        }
    }

    /** The numbers of the examples in the order of the epoch that has begun: the plan's own array. */
    public int[] order() {
        return order;
    }

    /** How many batches an epoch has. */
    public int batches() {
        return dropsLast ? order.length / batchSize : (order.length + batchSize - 1) / batchSize;
    }

    /** Where in the order a batch begins, by its number from 0. */
    public int from(int batch) {
        return batch * batchSize;
    }

    /** How many examples a batch has, by its number from 0. */
    public int count(int batch) {
        return Math.min(batchSize, order.length - batch * batchSize);
    }
}
