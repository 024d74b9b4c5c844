package dev.gradwright.check.subject;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function at a point and its gradient, as a check sees them: numbers in, numbers out, all of them flat. Not thread-safe.
 *
 * <p>The point is moved through the {@link #inputs()}. Every random generator of the function is given the same seed before each evaluation.
 */
public interface Subject {

    /** The name for people: {@code Affine.forward}. */
    String name();

    /** What a derivative is taken with respect to. The list and its members stay the same. */
    List<Input> inputs();

    /** Says that the inputs are where the gradient is to be checked; evaluations that follow lie around it. */
    void settle();

    /** The function at the inputs' present values. */
    Evaluation evaluate();

    /**
     * The result of the forward half of the gradient at the inputs' present values, which leaves a record for {@link #backward}; for a
     * gradient without such a half the function itself.
     */
    double[] forward();

    /**
     * The gradient of {@code <seed, result>} for each input, each in an array of its own, from the record of the last {@link #forward}.
     *
     * @throws IllegalStateException if the record has been used and the gradient refuses to use it again
     */
    List<double[]> backward(double[] seed);

    /** The derivative of the result in the direction that has been set in the inputs. */
    double[] tangent();

    /** Whether {@link #forward} is something else than the function. */
    boolean hasForward();

    /** Whether the gradient takes a seed; otherwise the result is one number. */
    boolean hasSeed();

    /** Whether there is a tangent beside the gradient. */
    boolean hasTangent();

    /** Whether the last {@link #backward} has left the seed that it was given as it was. */
    boolean hasKeptSeed();

    /** What is known of kinks in the code. */
    Knowledge kinks();

    /** Where the code may have kinks; empty if that is not known. */
    List<KinkSite> kinkSites();

    /** Arrays of indices that the function looks up with, by name, as far as is known; for the diagnosis of what repeats. */
    Map<String, int[]> indices();

    /** How many layers deep the function is, as far as is known; at least 1. */
    int depth();

    /** Whether tangent and gradient tell a {@code TransposeLog} what their statements touch. */
    default boolean tellsTransposes() {
        return false;
    }

    /**
     * The value, which is one number, and the gradient for each input, computed in one sweep that is neither {@link #forward} nor {@link #backward}.
     *
     * @return empty where there is no such sweep
     */
    default Optional<AtOnce> atOnce() {
        return Optional.empty();
    }

    /** Whether {@link #shortcut} gives anything. */
    default boolean hasShortcut() {
        return false;
    }

    /**
     * The function with one coordinate moved from where it was at {@link #settle}, by a shorter way than evaluating all of it anew. The inputs
     * stay where they are.
     *
     * @param input the index of the input
     * @param index the index of the coordinate
     * @param to the value that it is moved to
     * @return empty where there is no shorter way
     */
    default Optional<Evaluation> shortcut(int input, int index, double to) {
        return Optional.empty();
    }

    /**
     * What one sweep has computed.
     *
     * @param value the value
     * @param gradients the gradient for each input
     */
    record AtOnce(double value, List<double[]> gradients) {}

    /**
     * The result of an evaluation and the decisions on the way.
     *
     * @param value the result
     * @param decisions the decisions; empty if the function notes none
     */
    record Evaluation(double[] value, Decisions decisions) {}
}
