package dev.gradwright.tape;

/**
 * Where to keep the state of a loop so that running it backwards takes the fewest steps (Griewank and Walther, "Algorithm 799:
 * revolve", ACM Transactions on Mathematical Software 26, 2000).
 */
final class Schedule {

    private Schedule() {}

    /** How many steps {@code slots} states can run backwards with at most {@code runs} runs of each step: slots + runs over slots. */
    static long reach(int slots, int runs) {
        long reach = 1;
        for (int i = 1; i <= slots; i++) {
            if (reach > Integer.MAX_VALUE) {
                // more than any loop has
                return Integer.MAX_VALUE;
            }
            reach = reach * (runs + i) / i;
        }
        return reach;
    }

    /** The fewest steps to be run, not counting those that are recorded, to run a number of steps backwards from the first state. */
    static long cost(long steps, int slots) {
        if (steps <= 1) {
            return 0;
        }
        if (slots == 0) {
            return Long.MAX_VALUE / 4;
        }
        int runs = 1;
        while (reach(slots, runs) < steps) {
            runs++;
        }
        return runs * steps - reach(slots + 1, runs - 1);
    }

    /** How many steps to go from a kept state to the next one that is kept, when so many slots are left, the kept state's included. */
    static int distance(int steps, int slots) {
        // the cost as a function of the distance falls, then rises
        int low = 1;
        int high = steps - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (total(steps, slots, middle) <= total(steps, slots, middle + 1)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long total(int steps, int slots, int distance) {
        return distance + cost(steps - distance, slots - 1) + cost(distance, slots);
    }
}
