/** Filters and transforms of sampled signals. */
package dev.gradwright.examples.signal;
