package dev.gradwright.check.report;

/**
 * A place in the user's code where the function may have no derivative.
 *
 * @param place where: {@code Relu.java:12}, or a name that a hand-written function has given
 * @param what what decides there: {@code Math.max}, {@code if}, {@code index}
 */
public record KinkSite(String place, String what) {

    @Override
    public String toString() {
        return place + " (" + what + ")";
    }
}
