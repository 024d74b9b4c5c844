package dev.gradwright.tape;

/** Seeds of reverse sweeps: derivatives of the objective with respect to what a forward method has returned. */
final class Seeds {

    private Seeds() {}

    static void requireSame(String backward, String seed, String result) {
        if (!seed.equals(result)) {
            throw new IllegalArgumentException(
                    backward + ": the seed is " + seed + ", but the result it belongs to is " + result);
        }
    }

    static void add(double[] seed, double[] shadow, int length) {
        for (int i = 0; i < length; i++) {
            shadow[i] += seed[i];
        }
    }
}
