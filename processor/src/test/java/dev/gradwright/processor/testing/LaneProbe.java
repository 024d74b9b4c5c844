package dev.gradwright.processor.testing;

import static dev.gradwright.processor.testing.Reflection.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Gradient;
import dev.gradwright.JacobianColumns;
import dev.gradwright.JacobianRows;
import dev.gradwright.Parameters;
import dev.gradwright.Tangent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares sweeps that carry several seeds with sweeps for each seed alone, bit by bit: what the method returns, and the derivatives
 * with respect to all arguments and parameters; backward and forward. Among the seeds are zeros, infinities and what is not a number,
 * which must not leak from one lane into another.
 */
public final class LaneProbe {

    private final Gradient gradient;
    private final Tangent tangent;
    private final JacobianRows rows;
    private final JacobianColumns columns;
    private final String method;
    private final List<String> arguments;
    private final List<String> results;
    private final SplittableRandom random = new SplittableRandom(5);

    /**
     * Prepares to compare.
     *
     * @param generated gives the object generated for the class by the suffix of its name
     * @param method the method
     * @param arguments per argument, its name, or nothing if no derivative is taken with respect to it
     * @param results what the names of the parts of the result that carry a derivative end with
     */
    public LaneProbe(
            java.util.function.Function<String, Object> generated,
            String method,
            List<String> arguments,
            List<String> results) {
        this.gradient = (Gradient) generated.apply("Gradient");
        this.tangent = (Tangent) generated.apply("Tangent");
        this.rows = (JacobianRows) generated.apply("JacobianRows");
        this.columns = (JacobianColumns) generated.apply("JacobianColumns");
        this.method = method;
        this.arguments = List.copyOf(arguments);
        this.results = List.copyOf(results);
    }

    /** Compares at arguments, which are made anew, with the state of the model, for each sweep; records are taken apart. */
    public void agreesAt(Supplier<Object[]> point, List<Object> returned) {
        for (Kind first : Kind.values()) {
            List<List<Object>> seeds = seeds(first, returned);
            backward(point, seeds, first == Kind.RANDOM && isArray(returned));
            forward(point, first);
        }
    }

    /** Requires that sweeps throw what the gradient throws. */
    public void throwsAt(Supplier<Object[]> point, String expected) {
        assertThat(thrown(() -> run(rows, point.get()))).isEqualTo(expected);
        assertThat(thrown(() -> run(columns, withDirections(point.get(), List.of(), columns.directions()))))
                .isEqualTo(expected);
    }

    /** Runs both sweeps at a point and says whether one of them throws. */
    public boolean throwsAnywhereAt(Supplier<Object[]> point) {
        String backward = thrown(() -> run(rows, point.get()));
        String forward = thrown(() -> run(columns, withDirections(point.get(), List.of(), columns.directions())));
        return !(backward + forward).isEmpty();
    }

    /** What is thrown, as text; nothing if nothing is. */
    private static String thrown(Runnable run) {
        try {
            run.run();
            return "";
        } catch (RuntimeException | AssertionError e) {
            return e.toString();
        }
    }

    /** What the first lane is given; the others get random numbers. */
    private enum Kind {
        RANDOM,
        ZERO,
        INFINITE,
        NOT_A_NUMBER
    }

    private List<List<Object>> seeds(Kind first, List<Object> returned) {
        return IntStream.range(0, rows.seeds())
                .mapToObj(lane -> returned.stream()
                        .map(value -> seed(lane == 0 ? first : Kind.RANDOM, value))
                        .toList())
                .toList();
    }

    private Object seed(Kind kind, Object like) {
        Object seed = Numbers.random(like, random);
        double number = switch (kind) {
            case RANDOM -> 1;
            case ZERO -> 0;
            case INFINITE -> Double.POSITIVE_INFINITY;
            case NOT_A_NUMBER -> Double.NaN;
        };
        return kind == Kind.RANDOM ? seed : Numbers.scaled(seed, number);
    }

    private static boolean isArray(List<Object> returned) {
        return returned.size() == 1 && !(returned.get(0) instanceof Double);
    }

    private void backward(Supplier<Object[]> point, List<List<Object>> seeds, boolean repeats) {
        List<String> alone = new ArrayList<>();
        for (List<Object> seed : seeds) {
            Object[] own = point.get();
            gradient.zero();
            String value = text(run(gradient, own));
            call(named(gradient, suffixed("Backward"), seed.size()), gradient, seed.toArray());
            alone.add(value + text(derivatives(gradient)) + text(gradients(gradient.parameters())));
        }
        rows.zero();
        String value = text(run(rows, point.get()));
        Object[] all = seeds.stream().flatMap(List::stream).toArray();
        if (repeats) {
            // a sweep that is not the last must leave nothing behind
            call(named(rows, suffixed("Pullback"), all.length), rows, all);
            call(named(rows, suffixed("Pullback"), all.length), rows, all);
            rows.zero();
        }
        call(named(rows, suffixed("Backward"), all.length), rows, all);
        for (int lane = 0; lane < seeds.size(); lane++) {
            assertThat(value + text(derivatives(rows, lane)) + text(gradients(rows.parameters(lane))))
                    .as("reverse sweep, lane %d", lane)
                    .isEqualTo(alone.get(lane));
        }
    }

    private Object[] derivatives(Object of, Object... lane) {
        return active().map(name -> call(named(of, argument(name), lane.length), of, lane))
                .toArray();
    }

    private Stream<String> active() {
        return arguments.stream().filter(name -> !name.isEmpty());
    }

    private void forward(Supplier<Object[]> point, Kind first) {
        int size = tangent.parameters().size();
        List<List<Object>> directions = new ArrayList<>();
        List<double[]> parameterDirections = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (int lane = 0; lane < columns.directions(); lane++) {
            Kind kind = lane == 0 ? first : Kind.RANDOM;
            directions.add(directions(kind, point.get()));
            parameterDirections.add((double[]) seed(kind, new double[size]));
            columns.parameters(lane).setGradients(parameterDirections.get(lane));
        }
        for (int lane = 0; lane < columns.directions(); lane++) {
            tangent.parameters().setGradients(parameterDirections.get(lane));
            String value = text(run(tangent, withDirections(point.get(), List.of(directions.get(lane)), 1)));
            alone.add(value + text(tangents(tangent)));
        }
        String value = text(run(columns, withDirections(point.get(), directions, columns.directions())));
        for (int lane = 0; lane < columns.directions(); lane++) {
            assertThat(value + text(tangents(columns, lane)))
                    .as("forward sweep, lane %d", lane)
                    .isEqualTo(alone.get(lane));
        }
    }

    private Object[] tangents(Object of, Object... lane) {
        return results.stream()
                .map(part -> call(named(of, method + part + "Dot", lane.length), of, lane))
                .toArray();
    }

    private List<Object> directions(Kind kind, Object[] point) {
        List<Object> directions = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            directions.add(arguments.get(i).isEmpty() ? "" : seed(kind, point[i]));
        }
        return directions;
    }

    /** Arguments and their directions as the generated method takes them; one thing has one tangent. Without directions they rest. */
    private Object[] withDirections(Object[] point, List<List<Object>> directions, int count) {
        List<Object> all = new ArrayList<>();
        List<Object[]> own = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            all.add(point[i]);
            own.add(new Object[count]);
            for (int lane = 0; lane < count && !arguments.get(i).isEmpty(); lane++) {
                int same = i;
                for (int j = i - 1; j >= 0; j--) {
                    same = point[j] == point[i]
                                    && !(point[i] instanceof Double)
                                    && !arguments.get(j).isEmpty()
                            ? j
                            : same;
                }
                Object atRest = point[i] instanceof Double ? 0.0 : null;
                Object given = directions.isEmpty()
                        ? atRest
                        : Numbers.copy(directions.get(lane).get(i));
                own.get(i)[lane] = same == i ? given : own.get(same)[lane];
                all.add(own.get(i)[lane]);
            }
        }
        return all.toArray();
    }

    /** Runs the generated method that takes records in their components. */
    private Object run(Object generated, Object[] all) {
        Method run = Arrays.stream(generated.getClass().getDeclaredMethods())
                .filter(m -> m.getName().equals(method)
                        && m.getParameterCount() == all.length
                        && Arrays.stream(m.getParameterTypes()).noneMatch(Class::isRecord)
                        && !Modifier.isPrivate(m.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(generated.getClass() + " has no " + method));
        return call(run, generated, all);
    }

    private static Method named(Object generated, String name, int parameters) {
        return Arrays.stream(generated.getClass().getDeclaredMethods())
                .filter(m -> m.getName().equals(name)
                        && m.getParameterCount() == parameters
                        && !Modifier.isPrivate(m.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(generated.getClass() + " has no " + name));
    }

    private static double[] gradients(Parameters parameters) {
        double[] all = new double[parameters.size()];
        parameters.copyGradientsTo(all);
        return all;
    }

    private String argument(String name) {
        return method.equals("forward") ? name : method + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String suffixed(String suffix) {
        return method.equals("forward")
                ? Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1)
                : method + suffix;
    }

    private static String text(Object value) {
        if (value instanceof Object[] array && value.getClass() == Object[].class) {
            return Arrays.stream(array).map(LaneProbe::text).toList().toString();
        } else if (value instanceof Record) {
            return text(Arrays.stream(value.getClass().getRecordComponents())
                    .map(component -> call(component.getAccessor(), value))
                    .toArray());
        }
        return Numbers.isActive(value)
                ? Numbers.arrays(value).stream().map(Arrays::toString).toList().toString()
                : value instanceof int[] ints ? Arrays.toString(ints) : String.valueOf(value);
    }
}
