/** What gradient checks of a network cost. */
package dev.gradwright.benchmarks.check;
