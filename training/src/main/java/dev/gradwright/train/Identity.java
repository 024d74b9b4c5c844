package dev.gradwright.train;

import dev.gradwright.NamedParameter;
import dev.gradwright.train.objective.Penalty;
import java.util.StringJoiner;

/** What must be the same for a training to go on as if it had not been interrupted, a line each. */
final class Identity {

    private Identity() {}

    static String of(Trainer<?, ?> settings, Iterable<NamedParameter> parameters) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("seed " + settings.seed);
        lines.add(settings.problem.data().size() + " examples");
        lines.add("batches of " + settings.batch + (settings.dropsLast ? " without a smaller last one" : ""));
        lines.add("examples " + (settings.shuffles ? "shuffled" : "in order"));
        lines.add("shards " + settings.shards);
        lines.add("a loss that is a " + settings.problem.reduction());
        lines.add("a penalty of strength "
                + settings.problem.penalty().map(Penalty::strength).orElse(0.0));
        lines.add(settings.augmentation == null ? "no augmentation" : "an augmentation");
        for (NamedParameter parameter : parameters) {
            lines.add("parameter " + parameter);
        }
        return lines.toString();
    }
}
