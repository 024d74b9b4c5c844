/** Samplers of hyperparameters on standard functions, and what a study costs by itself. */
package dev.gradwright.benchmarks.search;
