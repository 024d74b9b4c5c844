/**
 * Training: the loop over data, and the moments of it at which others take part.
 *
 * <p>A {@link dev.gradwright.train.Trainer} has the settings and runs. A {@link dev.gradwright.train.Hook} is told of each moment and sees the {@link
 * dev.gradwright.train.Run}. What hooks compute from it is the business of {@code dev.gradwright.monitor}, of which this package knows nothing. Uses {@code
 * train.data}, {@code train.objective} and {@code train.checkpoint}.
 */
package dev.gradwright.train;
