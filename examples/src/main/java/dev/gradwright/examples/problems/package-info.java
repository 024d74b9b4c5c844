/**
 * The test problems of Moré, Garbow and Hillstrom for minimizers: sums of squares, each a plain function of an array, whose gradient is
 * generated when this package is compiled.
 *
 * <p>J. Moré, B. Garbow and K. Hillstrom, Testing unconstrained optimization software, ACM Transactions on Mathematical Software 7(1),
 * 1981. {@link dev.gradwright.examples.problems.Problems} lists them with where they begin and end; {@link
 * dev.gradwright.examples.problems.SolveProblems} is a program that solves them.
 */
package dev.gradwright.examples.problems;
