package dev.gradwright.processor.rules;

/**
 * What the table says of a library method.
 *
 * @param <R> the kind of rule
 */
public sealed interface Lookup<R> {

    /** There is a rule. */
    record Found<R>(R rule) implements Lookup<R> {}

    /** The method is known and has no derivative; the reason ends in what to do instead. */
    record Refused<R>(String reason) implements Lookup<R> {}

    /** The method is short for calls of others. */
    record Short<R>(Form form) implements Lookup<R> {}

    /** No derivative flows through the method: it tests its arguments, or makes numbers that depend on none. */
    record Inactive<R>(boolean onlyReads) implements Lookup<R> {}

    /** The table has no line for the method. */
    record Unknown<R>() implements Lookup<R> {}
}
