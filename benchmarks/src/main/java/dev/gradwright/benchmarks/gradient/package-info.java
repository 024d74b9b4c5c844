/**
 * What value and gradient of a function of numbers and arrays cost, generated, by hand, on a tape and with Hipparchus. Each problem
 * has a package of its own beside this one.
 */
package dev.gradwright.benchmarks.gradient;
