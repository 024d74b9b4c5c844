/** Fast functions beside those of {@code Math} and {@code StrictMath}. */
package dev.gradwright.benchmarks.math;
