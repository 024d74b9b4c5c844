package dev.gradwright.processor.lower.expression;

import java.util.Map;
import java.util.Set;

/**
 * Methods that only look at what they are given, to make text of it, to tell someone or to compare: nothing that changes by and by
 * comes back, so active values may be given to them. An array that comes back is a new one.
 */
public final class Readers {

    private static final Set<String> PRINTING = Set.of("print", "println", "printf", "format", "append", "insert");
    private static final Set<String> TEXT = Set.of("toString", "valueOf", "copyValueOf", "format", "formatted", "join");
    private static final Set<String> ARRAYS = Set.of("toString", "deepToString");
    private static final Set<String> NUMBERS = Set.of("toString", "toHexString", "compare");
    private static final Set<String> CHECKS = Set.of("requireNonNull", "toString");

    private static final Set<String> LOGGERS = Set.of(
            "java.util.logging.Logger",
            "java.lang.System.Logger",
            "org.slf4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.apache.commons.logging.Log");

    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry("java.io.PrintStream", PRINTING),
            Map.entry("java.io.PrintWriter", PRINTING),
            Map.entry("java.lang.StringBuilder", PRINTING),
            Map.entry("java.lang.StringBuffer", PRINTING),
            Map.entry("java.lang.String", TEXT),
            Map.entry("java.lang.Double", NUMBERS),
            Map.entry("java.util.Arrays", ARRAYS),
            Map.entry("dev.gradwright.Derivatives", Set.of("stopGradient")),
            Map.entry("java.util.Objects", CHECKS));

    private Readers() {}

    /** Whether a method of a class only reads its arguments; every method of a logger that returns nothing does. */
    public static boolean contains(String owner, String method, boolean returnsNothing) {
        return METHODS.getOrDefault(owner, Set.of()).contains(method) || returnsNothing && LOGGERS.contains(owner);
    }
}
