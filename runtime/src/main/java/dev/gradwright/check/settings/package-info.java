/**
 * What a gradient check is asked to do: which stages, which differences, how large a sample, which thresholds. Immutable; stands alone.
 */
package dev.gradwright.check.settings;
