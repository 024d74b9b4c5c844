package dev.gradwright.train;

import dev.gradwright.NamedParameter;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.objective.Penalty;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** What must be the same for a training to go on as if it had not been interrupted, a line each. */
final class Identity {

    /** Where objects without a text of their own give their number in this process, and lambdas that of their class. */
    private static final Pattern OF_THE_PROCESS = Pattern.compile("@[0-9a-f]+\\b|\\$\\$Lambda[\\w$/.]*");

    private Identity() {}

    static String of(Trainer<?, ?> settings, Optimizer optimizer, Iterable<NamedParameter> parameters) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("seed " + settings.seed);
        lines.add(settings.problem.data().size() + " examples");
        lines.add("examples " + content(settings.problem.data()));
        lines.add("validation examples " + content(settings.validation));
        lines.add("batches of " + settings.batch + (settings.dropsLast ? " without a smaller last one" : ""));
        lines.add("examples " + (settings.shuffles ? "shuffled" : "in order"));
        lines.add("shards " + settings.shards);
        lines.add("a loss that is a " + settings.problem.reduction());
        lines.add("a penalty of strength "
                + settings.problem.penalty().map(Penalty::strength).orElse(0.0));
        lines.add(settings.augmentation == null ? "no augmentation" : "an augmentation");
        lines.add("the optimizer " + inAnyProcess(optimizer.method()));
        for (NamedParameter parameter : parameters) {
            lines.add("parameter " + parameter);
        }
        return lines.toString();
    }

    private static String content(DataSet<?> data) {
        if (data == null) {
            return "none";
        }
        return data.checksum().isPresent()
                ? String.format("with checksum %016x", data.checksum().getAsLong())
                : "of unknown content";
    }

    private static String inAnyProcess(String text) {
        return OF_THE_PROCESS.matcher(text).replaceAll("").replace('\n', ' ');
    }
}
