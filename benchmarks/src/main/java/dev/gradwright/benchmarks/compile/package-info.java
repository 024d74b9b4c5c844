/** What the processor adds to the time that a user's project takes to compile. */
package dev.gradwright.benchmarks.compile;
