package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Programs with objects that no derivative flows through: lists, maps, enums, text, logs. */
class InactiveProgramsTest {

    @Test
    void objectsThatHoldNumbersMarkedConstantAndObjectsThatHoldNone() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable static double f(double x, List<String> names, @Constant List<Double> all, RandomGenerator random) {
                        return x * x * names.size() + x * all.get(0);
                    }
                }""").agreesAt(0.7, List.of("a"), List.of(1.5), new java.util.Random(1));
    }

    private static final double[] X = {0.3, -1.2, 2.5};

    private static Probe f(String body, String... others) {
        List<String> sources = new ArrayList<>(List.of("final class F {\n" + body + "\n}"));
        sources.addAll(List.of(others));
        return Probe.of(sources.toArray(String[]::new));
    }

    @Test
    void listsAndMapsOfNumbers() {
        f("""
                @Differentiable static double f(double[] x, @Constant List<Double> weights, Map<String, Integer> counts) {
                    double sum = 0;
                    for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * x[i] * x[i];
                    for (double w : weights) sum += Math.sin(w * sum);
                    Integer n = counts.get("n");
                    int k = counts.getOrDefault("k", 3);
                    Double first = weights.get(0);
                    return sum * n + k * x[0] * (first + 1) + (counts.containsKey("m") ? x[1] : 0);
                }""")
                .agreesAt(X, List.of(1.5, -0.5, 2.0), Map.of("n", 2))
                .agreesAt(X, List.of(1.5), Map.of("n", 2, "k", 5, "m", 0));
    }

    @Test
    void charactersLieAmongTheTapesInts() {
        f("""
                @Differentiable static double f(double x, Iterable<? extends CharSequence> texts) {
                    double y = 1;
                    for (CharSequence text : texts) y += x * text.charAt(0);
                    for (var text : texts) y *= 1 + 0.1 * text.length() * x;
                    return y;
                }""").agreesAt(0.4, List.of("x", "yz"));
    }

    @Test
    void loopsOverNamesWithContinueAndBreak() {
        f("""
                @Differentiable static double f(double x, Set<String> names, Iterable<? extends CharSequence> more) {
                    double y = 1;
                    for (String name : names) {
                        if (name.isEmpty()) continue;
                        y *= Math.cos(x + name.length());
                        if (name.startsWith("stop")) break;
                    }
                    for (CharSequence text : more) y += x * text.charAt(0);
                    for (var text : more) y *= 1 + 0.1 * text.length() * x;
                    return y;
                }""").agreesAt(0.4, Set.of("a", "bb"), List.of("x", "yz")).agreesAt(0.4, Set.of("stop"), List.of());
    }

    @Test
    void objectsMadeInsideAndChangedInLoops() {
        f("""
                @Differentiable static double f(double[] x) {
                    List<Integer> seen = new ArrayList<>();
                    StringBuilder log = new StringBuilder("log:");
                    Map<Integer, String> names = new HashMap<Integer, String>();
                    var random = new java.util.SplittableRandom(3);
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        if (x[i] > 0) { seen.add(i); names.put(i, "n" + i); }
                        log.append(x[i]).append(' ').append(i);
                        sum += x[i] * x[i] * seen.size() + random.nextInt(5) * x[0];
                        seen.sort(null);
                    }
                    return sum * log.toString().split(" ").length + names.size() * x[1];
                }""").agreesAt((Object) X);
    }

    @Test
    void helpersTakeAndReturnObjects() {
        f("""
                @Differentiable static double f(double x, String text) {
                    List<String> words = words(text);
                    return weight(words, 0) * x * x + weight(words, 1) * scale(text, x);
                }
                private static List<String> words(String text) { return List.of(text.split(",")); }
                private static double weight(List<String> words, int i) { return Double.parseDouble(words.get(i)); }
                private static double scale(String text, double x) {
                    String best = text.length() > 5 ? text.trim() : null;
                    if (best == null) return x;
                    return x * best.length();
                }""").agreesAt(0.4, "1.5,2").agreesAt(0.4, "2.5,-1,7");
    }

    @Test
    void staticMethodsOfOtherClasses() {
        f("""
                @Differentiable static double f(double x, String n) {
                    int k = Integer.parseInt(n);
                    double scale = Double.parseDouble("0." + n);
                    Objects.requireNonNull(n, "n");
                    var names = List.of("a", "b");
                    int[] order = {3, 1, 2};
                    Arrays.sort(order);
                    int where = Arrays.binarySearch(order, k);
                    return scale * x * x + k * x + names.size() * where * order[0] + Character.getNumericValue(n.charAt(0)) * x
                        + Table.of(k) * x;
                }""", "class Table { static double of(int k) { return k * 0.5; } }")
                .agreesAt(0.4, "2")
                .agreesAt(0.4, "3");
    }

    @Test
    void contentsThatOthersMayWriteAreKeptWhereTheyAreRead() {
        f("""
                @Differentiable static double f(double[] x, @Constant double[] table) {
                    Counter counter = new Counter();
                    int[] counts = new int[2];
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        counter.countInto(counts);
                        counter.growLast();
                        sum += x[counts[0] % x.length] * x[i] * counts[1];
                        double before = table[0];
                        counter.fill(table, i);
                        sum += Math.sin(before * sum) * table[0];
                    }
                    return sum;
                }""", """
                class Counter {
                    private int[] last;
                    void countInto(int[] counts) { last = counts; counts[0]++; counts[1] += 2; }
                    void growLast() { last[1] += 1; }
                    void fill(double[] table, int i) { table[0] = 0.5 + i; }
                }""").agreesAt(X, new double[] {0.7});
    }

    @Test
    void fieldsOfObjects() {
        Compiled compiled = Compiled.of("""
                final class F {
                    final Options options = new Options();
                    static final Options SHARED = new Options();
                    @Parameter final double[] w = {0.5, 2};
                    static F sample() { return new F(); }
                    @Differentiable double f(double x) {
                        double y = x * options.rate * w[0];
                        options.change();
                        return y + options.steps * x * SHARED.name.length() * w[1] + options.inner.rate;
                    }
                }""", """
                class Options {
                    final double rate = 0.3; int steps = 2; void change() { steps = 7; } String name = "abc"; Options inner = this;
                }""");
        Probe.of(compiled, "F", "f").agreesAt(0.7);
    }

    @Test
    void enumsWithMethodsAndFieldsOfTheModel() {
        Compiled compiled =
                Compiled.of("""
                final class F {
                    final Act act = Act.SQUARE;
                    final List<String> names = List.of("a", "bcd");
                    final Map<Act, Double> weights = new EnumMap<>(Map.of(Act.SQUARE, 2.0, Act.NONE, 3.0));
                    @Parameter final double[] w = {0.5, 2};
                    static F sample() { return new F(); }
                    @Differentiable double f(double x, Act other) {
                        double y = 0;
                        for (Act each : Act.values()) {
                            if (each == act) y += w[0] * x * x * each.ordinal();
                            if (each.equals(other)) y += w[1] * Math.sin(x) * other.weight();
                            y += weights.get(each) * x;
                        }
                        return names.contains(other.name()) ? y : y * x * names.get(1).length();
                    }
                }""", "/* class Act */ enum Act { SQUARE, NONE; double weight() { return 0.25; } }");
        Probe probe = Probe.of(compiled, "F", "f");
        for (Object constant : compiled.type("Act").getEnumConstants()) {
            probe.agreesAt(0.7, constant);
        }
    }

    @Test
    void effectsHappenOnceAndOnlyInForward() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of("""
                public final class F {
                    @Differentiable public static double f(double[] x, List<String> log) {
                        double sum = 0;
                        for (int i = 0; i < x.length; i++) {
                            log.add("step " + i);
                            sum += x[i] * x[i];
                            log.add("x = " + x[i] + ", sum = " + sum);
                        }
                        log.add(String.format(Locale.ROOT, "%.2f %s", sum, Arrays.toString(x)));
                        return sum * sum;
                    }
                }""");
        List<String> expected = new ArrayList<>();
        compiled.type("F").getMethod("f", double[].class, List.class).invoke(null, X, expected);
        Object gradient = compiled.type("FGradient").getMethod("create").invoke(null);
        List<String> actual = new ArrayList<>();
        compiled.type("FGradient").getMethod("f", double[].class, List.class).invoke(gradient, X, actual);
        assertThat(actual).hasSize(7).isEqualTo(expected);
        compiled.type("FGradient").getMethod("fBackward", double.class).invoke(gradient, 1.0);
        assertThat(actual).isEqualTo(expected);
        assertThat((double[]) compiled.type("FGradient").getMethod("fX").invoke(gradient))
                .containsExactly(4 * 7.78 * 0.3, 4 * 7.78 * -1.2, 4 * 7.78 * 2.5);
    }

    @Test
    void logsAndConsole() {
        f("""
                static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("t.F");
                @Differentiable static double f(double x, java.io.PrintStream out) {
                    double y = x * x;
                    out.println("x = " + x);
                    out.println(y);
                    out.printf("%s %f%n", "y", y);
                    LOG.fine("y is " + y);
                    LOG.log(java.util.logging.Level.FINE, "y is {0}", y);
                    System.getLogger("t").log(System.Logger.Level.DEBUG, "y is " + y);
                    if (Double.compare(x, y) < 0) y *= x;
                    if (Double.isNaN(y)) System.err.println("not a number: " + y);
                    return y * Math.exp(x);
                }""").agreesAt(0.4, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void boxesCastsAndComparisons() {
        f("""
                @Differentiable static double f(double x, Object o, @Constant Number n, Integer a, Integer b) {
                    Integer c = a; c += 2; c++;
                    Object boxed = c; Object text = "t" + a;
                    Long big = 5L; Boolean yes = a > 1; Character d = 'd';
                    double y = yes && boxed != null ? x * c : x;
                    if (o == null || !o.equals(a)) y *= n.doubleValue();
                    if (a == b) y += x * x; else if (a < b) y -= x * big;
                    if (o != null) y += ((String) o).length() * x;
                    String s = (String) text; s += d; s += 1;
                    return y * s.length() + (a.equals(b) ? 1 : d) + (int) a * (double) b;
                }""")
                .agreesAt(0.4, null, 2.5f, 1, 2)
                .agreesAt(0.4, "abc", 2, 3, 3)
                .agreesAt(0.4, "", 2L, 1000, Integer.valueOf(1000));
    }

    @Test
    void numbersCastToObjects() {
        f("""
                @Differentiable static double f(double x, int n, @Constant double w) {
                    Object o = n > 0 ? (Object) n : (Object) 'c';
                    Number number = (Number) w;
                    Object yes = (Comparable<?>) (n > 1), text = "" + (Object) n;
                    return x * o.hashCode() + x * x * number.doubleValue() + (yes.equals(true) ? Math.sin(x) : text.toString().length());
                }""").agreesAt(0.4, 3, 2.5).agreesAt(0.4, 1, 2.5).agreesAt(0.4, -1, 2.5);
    }

    @Test
    void smallNumbersAndTextBlocks() {
        f("""
                @Differentiable static double f(double x, char c, byte b, short s) {
                    char next = (char) (c + 1); next++; next += 1;
                    byte wrapped = (byte) (b + 100); wrapped *= 2; short t = b; t -= s;
                    final byte small = 5; int bits = ~b & 0x7f; long l = s; double d = c;
                    String text = \"\"\"
                        a %s
                        b\\
                        \"\"\" + c + (int) c + next + (double) b + (char) 66 + '\\n';
                    char[] none = null;
                    double y = x * next + wrapped * x * x + t + small * bits * x + l + d;
                    int i = 0; for (char k = 'a'; k < 'e'; k++) { y *= 1 + 0.01 * k * x; i += k; }
                    return y * text.length() * text.hashCode() * 1e-9 + i + (c > 'a' ? x : -x);
                }""".replace("char[] none = null;", ""))
                .agreesAt(0.4, 'a', (byte) 7, (short) -3)
                .agreesAt(0.4, 'z', (byte) -128, (short) 32767);
    }

    @Test
    void aMethodThatThrowsInsideLeavesTheGradientUsable() {
        Probe probe = f("""
                @Differentiable static double f(double x, List<Integer> list, int i) {
                    double y = x * x;
                    for (int k = 0; k < 3; k++) y += Math.sin(y) * list.get(i + k);
                    return y;
                }""");
        probe.agreesAt(0.4, List.of(1, 2, 3, 4), 0);
        probe.throwsAt("4", 0.4, List.of(1, 2, 3, 4), 2).agreesAt(0.4, List.of(1, 2, 3, 4), 1);
    }

    @Test
    void nestedTypeArgumentsAndEntries() {
        f("""
                @Differentiable static double f(double x, @Constant Map<String, List<Double>> table, @Constant Optional<Double> maybe, List<int[]> grid) {
                    double sum = maybe.orElse(1.5) * x;
                    for (Map.Entry<String, List<Double>> entry : table.entrySet()) {
                        sum += entry.getValue().get(0) * x * entry.getKey().length();
                        for (var w : entry.getValue()) sum += Math.sin(sum * w);
                    }
                    var it = table.keySet().iterator();
                    String key;
                    while (it.hasNext()) { key = it.next(); sum *= 1 + 0.1 * table.get(key).size() * x; }
                    String[] parts = "1.5,2".split(",");
                    for (int i = 0; i < parts.length; i++) sum += Double.parseDouble(parts[i]) * x * x;
                    char[] cs = "az".toCharArray();
                    for (char c : cs) sum += c * x * 0.01;
                    int[] row = grid.get(0);
                    return sum * row[1] + (table.isEmpty() ? 1 : table.get("a").get(0)) * sum;
                }""")
                .agreesAt(0.4, Map.of("a", List.of(0.5, 2.0)), Optional.of(0.7), List.of(new int[] {1, 2}))
                .agreesAt(
                        0.4, Map.of("a", List.of(0.5), "b", List.of(1.0)), Optional.empty(), List.of(new int[] {1, 2}));
    }

    @Test
    void textAndBoxesAreNotMadeAgainInReverse() {
        f("""
                @Differentiable static double f(double x, int n) {
                    List<Integer> list = new ArrayList<>();
                    double y = x;
                    for (int i = 0; i < n; i++) {
                        String seen = "seen " + list;
                        list.add(i);
                        Integer box = 1000 + i; Integer same = box; Integer other = 1000 + i;
                        if (list.size() > 2 && list.remove(0) != null && y < 50) other = same;
                        double z = y * x;
                        switch (seen) { case "seen []" -> y = z * z; case "seen [0]" -> y = Math.sin(z); default -> y = z + x; }
                        if (box == same) y *= x + 1;
                        if (box == other) y *= x;
                        if (("" + list).length() > 4) y += z * x;
                    }
                    return y;
                }""").agreesAt(0.9, 1).agreesAt(0.9, 2).agreesAt(0.9, 5);
    }

    @Test
    void effectsInConditionsAndOperands() {
        f("""
                @Differentiable static double f(double x, int n) {
                    List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
                    Iterator<Integer> it = list.iterator();
                    double y = x * it.next() + it.next() * x * it.next();
                    int k = 0;
                    if (list.add(k++) && x > 0 || list.add(k++)) y *= list.size() * x;
                    double z = list.get(k) > 0 ? y * list.get(k) : y;
                    z += list.get(k--) * x + list.get(k) * y * (list.remove(0) + list.size());
                    while (list.size() > n && list.remove(0) >= 0) z = z * 1.1 + x * list.size();
                    return z;
                }""").agreesAt(0.4, 0).agreesAt(-0.4, 1).agreesAt(0.4, 9);
    }

    @Test
    void methodsThatEveryEnumHasCalledInTheEnum() {
        f("""
                enum Mode { LOW, HIGH; static Mode of(int n) { return values()[Math.floorMod(n, 2)]; } static Mode named(String name) { return valueOf(name); } }
                @Differentiable static double f(double x, int n) { return Mode.of(n) == Mode.HIGH && Mode.named("LOW") != Mode.of(n) ? x * x : Math.sin(x); }
                """).agreesAt(0.7, 1).agreesAt(0.7, 2);
    }

    @Test
    void patternsForVariablesThatAreAssignedTwice() {
        f("""
                @Differentiable static double f(double x, int n) {
                    Object o = n > 0 ? "text" : (Object) Integer.valueOf(n); double s = x;
                    for (int i = 0; i < 3; i++) { if (o instanceof Integer k && k < 2) s *= x + k; o = i; if (!(o instanceof Integer j)) return s; o = "text"; s += j * x; o = j + n; }
                    return s;
                }
                """).agreesAt(0.7, 1).agreesAt(0.7, -2);
    }
}
