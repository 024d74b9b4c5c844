package dev.gradwright.processor.check.mutation;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.processor.testing.Compiled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * A generated gradient with one line changed.
 *
 * @param model the class it is the gradient of
 * @param line the number of the line, from 0
 * @param change how it is changed
 * @param spoiled what it is changed to
 */
record Mutant(String model, int line, Change change, String spoiled) {

    /** A comment that says which line of the source the statements after it belong to. */
    private static final Pattern COMMENT = Pattern.compile("\\s*// (\\w+\\.java:\\d+): .*");

    /** All that can be made of a generated gradient. */
    static List<Mutant> of(String model, String source) {
        List<Mutant> all = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Change change : Change.values()) {
                Optional<String> spoiled = change.spoil(lines.get(i));
                if (spoiled.isPresent()) {
                    all.add(new Mutant(model, i, change, spoiled.get()));
                }
            }
        }
        return all;
    }

    /** Whether the line stands in a reverse half, and not where value and gradient are computed at once, which tells nobody what it touches. */
    boolean isInReverseHalf(Compiled original) {
        List<String> before =
                original.source(model + "Gradient").lines().limit(line).toList();
        int last = before.size() - 1;
        while (!before.get(last).startsWith("    public ") && !before.get(last).startsWith("    private ")) {
            last--;
        }
        return before.get(last).contains("Reverse(");
    }

    /** Compiles the classes anew, with the changed gradient; empty if it does not compile. */
    Optional<Compiled> compile(Compiled original, List<String> others) {
        List<JavaFileObject> files = new ArrayList<>(List.of(Compiled.files(Models.SOURCES.get(model))));
        List<String> lines =
                new ArrayList<>(original.source(model + "Gradient").lines().toList());
        lines.set(line, spoiled);
        files.add(JavaFileObjects.forSourceString("t." + model + "Gradient", String.join("\n", lines)));
        for (String other : others) {
            files.add(JavaFileObjects.forSourceString("t." + model + other, original.source(model + other)));
        }
        Compilation compilation = Compiler.javac().withOptions("-proc:none").compile(files);
        return compilation.status() == Compilation.Status.SUCCESS
                ? Optional.of(Compiled.of(compilation))
                : Optional.empty();
    }

    /** The lines of the source that the changed line is the derivative of, by the comment above it; of the head of a loop, those of what is in the loop. */
    Set<String> places(Compiled original) {
        List<String> lines = original.source(model + "Gradient").lines().toList();
        Set<String> places = new LinkedHashSet<>();
        if (change == Change.LOOP_ENDS_EARLY) {
            String end = indentation(lines.get(line)) + "}";
            for (int i = line + 1; !lines.get(i).equals(end); i++) {
                place(lines.get(i)).ifPresent(places::add);
            }
        } else {
            int comment = line;
            while (place(lines.get(comment)).isEmpty()) {
                comment--;
            }
            place(lines.get(comment)).ifPresent(places::add);
        }
        return places;
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static Optional<String> place(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.matches() ? Optional.of(comment.group(1)) : Optional.empty();
    }

    /** The generated checker's check, at a point from a seed. */
    static GradientCheck check(Compiled compiled, String model, long seed) throws ReflectiveOperationException {
        return (GradientCheck) compiled.type(model + "GradientChecker")
                .getMethod("fSample", long.class)
                .invoke(null, seed);
    }

    /** The gradient in a report, all of it. */
    static double[] gradient(GradientReport report) {
        return report.passes().get(0).inputs().stream()
                .flatMap(input -> input.coordinates().stream())
                .mapToDouble(Coordinate::analytic)
                .toArray();
    }
}
