package dev.gradwright.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Several models asked as one.
 *
 * <pre>{@code
 * Ensemble<DMatrixRMaj> ensemble = Ensemble.of(members, Combination.PROBABILITIES);
 * DMatrixRMaj probabilities = ensemble.predict(images);
 * Evaluation evaluation = ensemble.evaluate(images, labels);
 * }</pre>
 *
 * <p>Members are asked in parallel, on the threads of {@link java.util.concurrent.ForkJoinPool#commonPool()}; the answer does not depend on how
 * many there are. Not safe for use by several threads at once, as members may not be.
 *
 * @param <X> what the members are asked about: a batch of examples
 */
public final class Ensemble<X> {

    private final List<Member<X>> members;
    private final Combination combination;

    private Ensemble(List<Member<X>> members, Combination combination) {
        this.members = List.copyOf(members);
        this.combination = combination;
    }

    /**
     * Makes an ensemble.
     *
     * @param members each with a model of its own
     * @throws IllegalArgumentException if there are none, or two have one name, or one model
     */
    public static <X> Ensemble<X> of(List<Member<X>> members, Combination combination) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble without members answers nothing; give at least one");
        }
        Set<String> names = new HashSet<>();
        for (Member<X> member : members) {
            if (!names.add(member.name())) {
                throw new IllegalArgumentException(
                        "two members are named " + member.name() + "; give each a name of its own");
            }
        }
        SharedModels.refuse(members);
        return new Ensemble<>(members, combination);
    }

    /** The members. */
    public List<Member<X>> members() {
        return members;
    }

    /** How their answers become one. */
    public Combination combination() {
        return combination;
    }

    /** The same members, combined in another way. */
    public Ensemble<X> combinedBy(Combination other) {
        return new Ensemble<>(members, other);
    }

    /**
     * The probability of each class.
     *
     * @param examples what to ask about
     * @return a row for each example and a column for each class; a new matrix
     * @throws IllegalArgumentException if members answer in different shapes, for less than two classes, or with a score that is NaN or infinite
     */
    public DMatrixRMaj predict(X examples) {
        return combine(scores(examples));
    }

    /** The most probable class of each example, the first of several. */
    public int[] classify(X examples) {
        return Best.columns(predict(examples));
    }

    /**
     * Judges the ensemble and each member.
     *
     * @param examples examples that no member was trained on
     * @param labels the class of each
     * @throws IllegalArgumentException if there is not one label for each example, or one is no class
     */
    public Evaluation evaluate(X examples, int[] labels) {
        return Evaluation.of(this, scores(examples), labels);
    }

    /**
     * Writes the weights of all members to a file, which is replaced only when all is written.
     *
     * @throws IOException if it cannot be written; then what was there before is still there
     */
    public void save(Path file) throws IOException {
        EnsembleFile.write(this, file);
    }

    /**
     * Reads what {@link #save} has written.
     *
     * @param member makes a member for the place from 0, with a model of the right shape, whose weights are then overwritten; its name
     *     is replaced by the one in the file
     * @throws IOException if the file cannot be read, is cut short, damaged, or something else
     * @throws IllegalArgumentException if a model has other parameters than the one that was saved
     */
    public static <X> Ensemble<X> load(Path file, IntFunction<Member<X>> member) throws IOException {
        return EnsembleFile.read(file, member);
    }

    List<DMatrixRMaj> scores(X examples) {
        List<DMatrixRMaj> scores = IntStream.range(0, members.size())
                .parallel()
                .mapToObj(i -> members.get(i).scores().apply(examples).copy())
                .toList();
        requireOneShape(scores);
        requireNumbers(scores);
        return scores;
    }

    DMatrixRMaj combine(List<DMatrixRMaj> scores) {
        DMatrixRMaj result = scores.get(0).createLike();
        combination.combine(scores, result);
        return result;
    }

    private void requireOneShape(List<DMatrixRMaj> scores) {
        DMatrixRMaj first = scores.get(0);
        if (first.numCols < 2) {
            throw new IllegalArgumentException("member " + members.get(0).name() + " gives " + first.numCols
                    + " scores for an example; a score for each of two or more classes is needed");
        }
        for (int i = 1; i < scores.size(); i++) {
            DMatrixRMaj other = scores.get(i);
            if (other.numRows != first.numRows || other.numCols != first.numCols) {
                throw new IllegalArgumentException("member " + members.get(0).name() + " gives " + first.numRows + "x"
                        + first.numCols + " scores, but " + members.get(i).name() + " gives " + other.numRows + "x"
                        + other.numCols);
            }
        }
    }

    private void requireNumbers(List<DMatrixRMaj> scores) {
        for (int k = 0; k < scores.size(); k++) {
            DMatrixRMaj one = scores.get(k);
            for (int i = 0; i < one.getNumElements(); i++) {
                double score = one.data[i];
                if (Double.isNaN(score) || score == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException(
                            "member " + members.get(k).name() + " gives the score " + score
                                    + " for example " + i / one.numCols + ", class " + i % one.numCols
                                    + "; leave it out of the ensemble, its training has probably diverged");
                }
            }
        }
    }

    @Override
    public String toString() {
        return "ensemble of " + members.size() + " members combined by " + combination;
    }
}
