/** What a step of an optimizer costs, beside the same step written by hand. */
package dev.gradwright.benchmarks.optimize;
