/** Matrix products: each kernel against EJML. */
package dev.gradwright.benchmarks.kernel;
