package dev.gradwright.check.difference;

import dev.gradwright.check.report.Kink;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.settings.DifferenceMethod;
import dev.gradwright.check.settings.Thresholds;
import java.util.List;
import java.util.Optional;

/**
 * Compares an analytic derivative with differences along a line. A difference that disagrees gets other looks: extrapolated to step 0,
 * for a function that bends fast; with smaller steps and from both sides, for a kink nearby.
 */
public final class Judge {

    /** What is left of the step at closer looks at kinks. */
    private static final double[] CLOSER = {0.1, 0.01, 1e-3, 1e-4};

    /** What is left of it where slopes on both sides are compared: no curvature shows, and rounding does not yet. */
    private static final double SIDES = 0.01;

    private final DifferenceMethod method;
    private final double step;
    private final Knowledge knowledge;
    private final Ladder ladder;

    public Judge(DifferenceMethod method, double step, Thresholds thresholds, Knowledge knowledge) {
        this.method = method;
        this.step = step;
        this.knowledge = knowledge;
        this.ladder = new Ladder(thresholds);
    }

    /**
     * A verdict and what it rests on.
     *
     * @param estimate the difference that decided
     * @param verdict the verdict
     * @param straddled whether the difference with the first step straddled a kink
     * @param kink the kink, if the verdict is about one
     */
    public record Judgement(Estimate estimate, Verdict verdict, boolean straddled, Optional<Kink> kink) {

        static Judgement of(Estimate estimate, Verdict verdict) {
            return new Judgement(estimate, verdict, false, Optional.empty());
        }

        Judgement as(Verdict other) {
            return new Judgement(estimate, other, straddled, kink);
        }
    }

    /** The judgement on a derivative along a line. */
    public Judgement judge(Differences differences, double analytic) {
        Estimate first = differences.by(method, step);
        if (first.straddles()) {
            return straddling(differences, analytic, first);
        } else if (ladder.agree(analytic, first)) {
            return Judgement.of(first, ladder.verdict(analytic, first, false));
        }
        Estimate extrapolated =
                differences.by(DifferenceMethod.RIDDERS, Math.max(step, DifferenceMethod.RIDDERS.usualStep()));
        boolean canHaveKinks = knowledge == Knowledge.UNKNOWN;
        if (ladder.agree(analytic, extrapolated) || !canHaveKinks) {
            return Judgement.of(extrapolated, ladder.verdict(analytic, extrapolated, false));
        }
        return suspected(differences, analytic, first).orElseGet(() -> {
            Estimate better =
                    extrapolated.error() < Math.abs(extrapolated.slope() - first.slope()) ? extrapolated : first;
            return Judgement.of(better, ladder.verdict(analytic, better, false));
        });
    }

    /**
     * The judgement on a derivative in a direction, which moves everything and so can meet kinks on both sides. Without a log of decisions, slopes that are
     * other ones on the other side or at smaller steps are not held against the gradient; single coordinates have to show what is wrong.
     */
    public Judgement judgeDirection(Differences differences, double analytic) {
        Judgement judgement = judge(differences, analytic);
        boolean isSure = !judgement.verdict().isFailure() || knowledge != Knowledge.UNKNOWN;
        if (isSure || hasSettled(differences, analytic)) {
            return judgement;
        }
        return new Judgement(judgement.estimate(), Verdict.KINK, true, judgement.kink());
    }

    private boolean hasSettled(Differences differences, double analytic) {
        Estimate before = differences.by(DifferenceMethod.CENTRED, step);
        double width = before.step();
        for (double part : CLOSER) {
            Estimate closer = differences.by(DifferenceMethod.CENTRED, step * part);
            double moved = Math.abs(closer.slope() - before.slope());
            if (moved > ladder.gap(analytic, closer) / 10 + closer.error()) {
                return false;
            }
            before = closer;
        }
        return !showsKink(differences, width);
    }

    /** The decisions differ: steps that do not reach the kink, if there are such, otherwise the slopes on both sides. */
    private Judgement straddling(Differences differences, double analytic, Estimate first) {
        for (double part : CLOSER) {
            Estimate closer = differences.by(DifferenceMethod.CENTRED, step * part);
            if (!closer.straddles()) {
                return new Judgement(closer, ladder.verdict(analytic, closer, true), true, Optional.empty());
            }
        }
        Judgement sides = betweenSlopes(differences, analytic, first.step() * SIDES, first.sites());
        // where several kinks meet, sides taken at each of them need not add up to a slope between those on both sides
        return first.crossings() > 1 && Double.isFinite(analytic) ? sides.as(Verdict.KINK) : sides;
    }

    /**
     * Without a log: a kink shows in slopes that do not come together as the step shrinks, or in a difference that is another one at a
     * smaller step.
     */
    private Optional<Judgement> suspected(Differences differences, double analytic, Estimate first) {
        double width = first.step();
        if (!differences.hasRoom(width)) {
            return Optional.empty();
        }
        double gap = ladder.gap(analytic, first);
        for (double part : CLOSER) {
            Estimate closer = differences.centred(width * part);
            double moved = Math.abs(closer.slope() - first.slope());
            if (moved > Math.max(gap / 2, closer.error()) && ladder.agree(analytic, closer)) {
                return Optional.of(
                        new Judgement(closer, ladder.verdict(analytic, closer, true), true, Optional.empty()));
            }
        }
        return showsKink(differences, width)
                ? Optional.of(betweenSlopes(differences, analytic, width * SIDES, List.of()))
                : Optional.empty();
    }

    /** Whether the slopes on both sides stay apart as the step shrinks; those of a curve come together. */
    private static boolean showsKink(Differences differences, double width) {
        if (!differences.hasRoom(width)) {
            return false;
        }
        double jump = jump(differences, width * SIDES);
        return jump > jump(differences, width) / 2
                && jump > 10 * differences.centred(width * SIDES).error();
    }

    private Judgement betweenSlopes(Differences differences, double analytic, double width, List<KinkSite> sites) {
        double left = differences.slopeTo(-width);
        double right = differences.slopeTo(width);
        Estimate closest = differences.centred(width);
        double allowance = ladder.allowance(analytic, closest);
        boolean isBetween =
                analytic >= Math.min(left, right) - allowance && analytic <= Math.max(left, right) + allowance;
        return new Judgement(
                closest,
                isBetween ? Verdict.KINK : Verdict.WRONG,
                true,
                Optional.of(new Kink(left, right, width, sites)));
    }

    private static double jump(Differences differences, double width) {
        return Math.abs(differences.slopeTo(width) - differences.slopeTo(-width));
    }
}
