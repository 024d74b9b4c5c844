/** ADBench's Gaussian mixture: 10 dimensions, 25 components, 1000 points. */
package dev.gradwright.benchmarks.mixture;
