package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The shadows of sweeps that carry several seeds, one for each. The shadow for a seed is found from that for the seed before, so what is one
 * thing in the program is one thing in every lane.
 */
public final class Lanes {

    private final Shadows first;
    private final Shadows further;

    Lanes(Shadows first, Shadows further) {
        this.first = first;
        this.further = further;
    }

    /** The shadow for the next seed. */
    public double[] next(double[] shadow) {
        return further.of(shadow);
    }

    /** The shadow for the next seed. */
    public <T> T[] next(T[] shadow) {
        return further.of(shadow);
    }

    /** The shadow for the next seed. */
    public DMatrixRMaj next(DMatrixRMaj shadow) {
        return further.of(shadow);
    }

    /** The shadow for the next seed of an argument whose derivative the caller has no use for. */
    public DMatrixRMaj nextUnwanted(DMatrixRMaj shadow) {
        return further.ofUnwanted(shadow);
    }

    /** The shadows of a parameter for so many seeds: they last as long as the tape and are cleared by nobody but the user. */
    public double[][] parameter(String name, double[] value, int seeds) {
        return all(new double[seeds][], first.parameter(name, value), lane -> further.parameter(name, lane));
    }

    /** The shadows of a parameter for so many seeds. */
    public <T> T[][] parameter(String name, T[] value, int seeds) {
        return all(emptyLike(value, seeds), first.parameter(name, value), lane -> further.parameter(name, lane));
    }

    /** The shadows of a parameter for so many seeds. */
    public DMatrixRMaj[] parameter(String name, DMatrixRMaj value, int seeds) {
        return all(new DMatrixRMaj[seeds], first.parameter(name, value), lane -> further.parameter(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds: cleared with each record. */
    public double[][] state(String name, double[] value, int seeds) {
        return all(new double[seeds][], first.state(name, value), lane -> further.state(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds. */
    public <T> T[][] state(String name, T[] value, int seeds) {
        return all(emptyLike(value, seeds), first.state(name, value), lane -> further.state(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds. */
    public DMatrixRMaj[] state(String name, DMatrixRMaj value, int seeds) {
        return all(new DMatrixRMaj[seeds], first.state(name, value), lane -> further.state(name, lane));
    }

    @SuppressWarnings("unchecked")
    private static <T> T[][] emptyLike(T[] value, int seeds) {
        return (T[][]) Array.newInstance(value.getClass(), seeds);
    }

    /** Fills in the shadows for all seeds, from that for the first one on. */
    private static <T> T[] all(T[] lanes, T shadow, UnaryOperator<T> next) {
        lanes[0] = shadow;
        for (int i = 1; i < lanes.length; i++) {
            lanes[i] = next.apply(lanes[i - 1]);
        }
        return lanes;
    }
}
