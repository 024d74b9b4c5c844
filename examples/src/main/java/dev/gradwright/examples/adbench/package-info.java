/**
 * The objectives of ADBench, a benchmark of automatic differentiation: Gaussian mixture, bundle adjustment, long short-term memory.
 * Each is only a forward pass; tests compare the derivatives with the benchmark's figures.
 */
package dev.gradwright.examples.adbench;
