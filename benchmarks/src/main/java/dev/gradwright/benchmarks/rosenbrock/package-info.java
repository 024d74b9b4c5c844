/** Rosenbrock's function of any number of variables. */
package dev.gradwright.benchmarks.rosenbrock;
