/**
 * Search for hyperparameters: a {@link dev.gradwright.search.Study} runs trials of an objective, each at a point of a space.
 *
 * <p>The packages below use each other one way: {@code space}; {@code trial}; {@code sample}, {@code prune}, {@code journal} and {@code watch}, which do not
 * know each other; this package, which puts them together; {@code stage}; {@code report}. Training is known to {@link
 * dev.gradwright.search.ReportingHook} alone.
 */
package dev.gradwright.search;
