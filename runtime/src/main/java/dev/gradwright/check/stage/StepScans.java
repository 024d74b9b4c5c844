package dev.gradwright.check.stage;

import dev.gradwright.check.difference.CoordinateLine;
import dev.gradwright.check.difference.Differences;
import dev.gradwright.check.difference.DirectionLine;
import dev.gradwright.check.difference.Line;
import dev.gradwright.check.difference.StepScanner;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.sampling.Directions;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Optional;

/** The V-curves of a pass. */
final class StepScans {

    private final Bench bench;

    StepScans(Bench bench) {
        this.bench = bench;
    }

    /** The curve along a random direction, for a choice of the step. */
    StepScan ofDirection(List<double[]> gradients) {
        List<double[]> direction =
                new Directions(bench.inputs(), bench.settings().seed() + 5).next();
        Line line = new DirectionLine(bench.subject(), bench.objective(), direction);
        return scan(line, "a random direction", Directions.product(gradients, direction));
    }

    /** The curve at the worst coordinate that failed, if any did. */
    Optional<StepScan> ofWorst(List<InputReport> reports) {
        int worst = -1;
        Optional<Coordinate> found = Optional.empty();
        for (int i = 0; i < reports.size(); i++) {
            Optional<Coordinate> own =
                    reports.get(i).worst().filter(c -> c.verdict().isFailure());
            boolean isWorse = own.isPresent()
                    && (found.isEmpty() || Coordinate.byBadness().compare(own.get(), found.get()) > 0);
            if (isWorse) {
                worst = i;
                found = own;
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Input input = bench.inputs().get(worst);
        Coordinate coordinate = found.get();
        Line line = CoordinateLine.of(bench.subject(), bench.objective(), worst, coordinate.index());
        return Optional.of(scan(line, input.name() + " " + coordinate.place(), coordinate.analytic()));
    }

    private StepScan scan(Line line, String name, double analytic) {
        return StepScanner.scan(
                new Differences(line, line.at(0)),
                name,
                analytic,
                bench.settings().method());
    }
}
