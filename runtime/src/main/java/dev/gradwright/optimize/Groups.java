package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Another transformation for other parameters, by name: a learning rate, a decay, a schedule or a whole method of their own.
 *
 * <pre>{@code
 * Groups.of("*.bias", Optimizers.adam(1e-3))
 *         .and("*.weight", Optimizers.adamW(1e-3, 0.01))
 * }</pre>
 *
 * <p>In a pattern a star stands for any characters, also dots, and a question mark for one. The first pattern that matches a name counts.
 * {@link #otherwise} takes the rest; without it every parameter must be matched. {@link #except} and {@link #only} keep a link of a chain,
 * such as {@link WeightDecay}, away from some parameters.
 */
public final class Groups implements GradientTransformation {

    private final List<Group> groups;

    private record Group(NamePattern pattern, GradientTransformation transformation) {}

    private Groups(List<Group> groups) {
        this.groups = groups;
    }

    /** A transformation for the parameters whose names match a pattern. */
    public static Groups of(String pattern, GradientTransformation transformation) {
        return new Groups(List.of(new Group(NamePattern.of(pattern), transformation)));
    }

    /** A transformation for some parameters only; the updates of the others stay as they are. */
    public static Groups only(String pattern, GradientTransformation transformation) {
        return of(pattern, transformation).otherwise(Unchanged.INSTANCE);
    }

    /** A transformation for all but some parameters; the updates of those stay as they are. */
    public static Groups except(String pattern, GradientTransformation transformation) {
        return of(pattern, Unchanged.INSTANCE).otherwise(transformation);
    }

    /** The same, and a transformation for the parameters that no pattern before but this one matches. */
    public Groups and(String pattern, GradientTransformation transformation) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(NamePattern.of(pattern), transformation));
        return new Groups(List.copyOf(more));
    }

    /** The same, and a transformation for all parameters that no pattern matches; there may be none. */
    public Groups otherwise(GradientTransformation transformation) {
        return and("*", transformation);
    }

    /**
     * Prepares for parameters.
     *
     * @throws IllegalArgumentException if a parameter is matched by no pattern, or a pattern other than {@code *} matches no parameter,
     *     which is mostly a slip of the pen
     */
    @Override
    public BoundTransformation init(Parameters parameters) {
        int[] groupOf = parameters.list().stream().mapToInt(this::groupOf).toArray();
        GroupLayout layout = new GroupLayout(parameters, groupOf, groups.size());
        BoundTransformation[] bound = new BoundTransformation[groups.size()];
        List<String> names =
                parameters.list().stream().map(NamedParameter::name).toList();
        for (int g = 0; g < bound.length; g++) {
            int group = g;
            Parameters part = parameters.matching(name -> groupOf[names.indexOf(name)] == group);
            requireUse(groups.get(g), part, names);
            bound[g] = groups.get(g).transformation.init(part);
        }
        boolean elementwise = Arrays.stream(bound).allMatch(Elementwise.class::isInstance);
        return elementwise
                ? new GroupsOfElements(parameters, layout, Arrays.copyOf(bound, bound.length, Elementwise[].class))
                : new GroupsOfAny(layout, bound);
    }

    private int groupOf(NamedParameter parameter) {
        return IntStream.range(0, groups.size())
                .filter(g -> groups.get(g).pattern.matches(parameter.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pattern matches the parameter " + parameter.name()
                        + "; add otherwise(...) for the rest. The patterns are "
                        + groups.stream().map(Group::pattern).toList()));
    }

    private static void requireUse(Group group, Parameters part, List<String> names) {
        if (part.list().isEmpty() && !group.pattern.text().equals("*")) {
            throw new IllegalArgumentException(
                    "no parameter is left for the pattern " + group.pattern + "; the parameters are " + names);
        }
    }

    @Override
    public String toString() {
        return groups.stream()
                .map(group -> group.pattern + ": " + group.transformation)
                .collect(Collectors.joining("; ", "(", ")"));
    }

    /** Leaves updates as they are. */
    private enum Unchanged implements GradientTransformation {
        INSTANCE;

        @Override
        public BoundTransformation init(Parameters parameters) {
            return new Elementwise(parameters) {
                @Override
                void begin(long step) {}

                @Override
                void update(Block block) {}
            };
        }

        @Override
        public String toString() {
            return "unchanged";
        }
    }
}
