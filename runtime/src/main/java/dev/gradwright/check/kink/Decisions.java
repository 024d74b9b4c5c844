package dev.gradwright.check.kink;

import dev.gradwright.check.report.KinkSite;
import dev.gradwright.tape.DecisionLog;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The decisions of one evaluation, in order. A function notes them where it takes them; outside of a check that costs next to nothing.
 *
 * <pre>{@code
 * private static final KinkSite RELU = new KinkSite("relu", "max");
 * double y = Decisions.note(RELU, x > 0) ? x : 0;
 * }</pre>
 */
public final class Decisions extends DecisionLog {

    private KinkSite[] sites = new KinkSite[16];
    private long[] taken = new long[16];
    private boolean isComplete = true;
    private int size;

    private Decisions() {}

    /** No decisions, as of a function that has none. */
    public static Decisions none() {
        return new Decisions();
    }

    /** No decisions, as of a function that notes none though it may take some. */
    public static Decisions unknown() {
        Decisions unknown = new Decisions();
        unknown.isComplete = false;
        return unknown;
    }

    /** Evaluates a function and notes its decisions. */
    public static <R> Logged<R> during(Supplier<R> evaluation) {
        Decisions log = new Decisions();
        return new Logged<>(log.whileCalling(evaluation), log);
    }

    /**
     * The result of an evaluation and the decisions on the way.
     *
     * @param value the result
     * @param decisions the decisions
     */
    public record Logged<R>(R value, Decisions decisions) {}

    /** Notes a decision between two sides, and gives it back. */
    public static boolean note(KinkSite site, boolean decision) {
        note(site, decision ? 1 : 0);
        return decision;
    }

    /** Notes a decision between several sides, such as the index of the largest element, and gives it back. */
    public static int note(KinkSite site, int decision) {
        DecisionLog log = DecisionLog.current();
        if (log != null) {
            log.note(site.place(), site.what(), decision);
        }
        return decision;
    }

    @Override
    public void note(String place, String what, long decision) {
        add(new KinkSite(place, what), decision);
    }

    @Override
    public void noteUnknown(String place, String what) {
        isComplete = false;
    }

    /** Whether nothing happened of which nobody knows what it decides. */
    public boolean isComplete() {
        return isComplete;
    }

    /** Whether nothing was noted. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether the decisions are those of another evaluation. */
    public boolean sameAs(Decisions other) {
        return size == other.size
                && Arrays.equals(taken, 0, size, other.taken, 0, size)
                && Arrays.equals(sites, 0, size, other.sites, 0, size);
    }

    /**
     * How many decisions differ in any of some other evaluations. Where one leads to other code, all that follow count, for they cannot be
     * compared.
     */
    public int crossings(List<Decisions> others) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = i;
            count += others.stream().anyMatch(other -> differsAt(at, other)) ? 1 : 0;
        }
        int longest = others.stream().mapToInt(other -> other.size).max().orElse(size);
        return count + Math.max(0, longest - size);
    }

    private boolean differsAt(int i, Decisions other) {
        return i >= other.size || taken[i] != other.taken[i] || !sites[i].equals(other.sites[i]);
    }

    /**
     * The places where the decisions differ from those of another evaluation. After a decision that leads to other code only that one is named, for what follows
     * cannot be compared.
     */
    public List<KinkSite> differences(Decisions other) {
        Set<KinkSite> places = new LinkedHashSet<>();
        int common = Math.min(size, other.size);
        for (int i = 0; i < common && sites[i].equals(other.sites[i]); i++) {
            if (taken[i] != other.taken[i]) {
                places.add(sites[i]);
            }
        }
        return List.copyOf(places);
    }

    /** These decisions and others after them. */
    public Decisions followedBy(Decisions other) {
        Decisions both = new Decisions();
        both.isComplete = isComplete && other.isComplete;
        for (Decisions part : List.of(this, other)) {
            for (int i = 0; i < part.size; i++) {
                both.add(part.sites[i], part.taken[i]);
            }
        }
        return both;
    }

    /** The places where something was decided. */
    public List<KinkSite> places() {
        return List.copyOf(new LinkedHashSet<>(Arrays.asList(sites).subList(0, size)));
    }

    private void add(KinkSite site, long decision) {
        if (size == taken.length) {
            sites = Arrays.copyOf(sites, 2 * size);
            taken = Arrays.copyOf(taken, 2 * size);
        }
        sites[size] = site;
        taken[size++] = decision;
    }
}
