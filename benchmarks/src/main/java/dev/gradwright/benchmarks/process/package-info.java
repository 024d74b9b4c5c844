/** The marginal likelihood of a Gaussian process at 100 points: a Cholesky factorization as loops over arrays. */
package dev.gradwright.benchmarks.process;
