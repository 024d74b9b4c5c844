package dev.gradwright.processor.testing;

/** Two numbers, for programs that use a record which is compiled already. */
public record Pair(double first, double second) {}
