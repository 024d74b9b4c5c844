/**
 * Optimizers, which change a model's parameters by their gradients, as chains of small gradient transformations.
 *
 * <pre>{@code
 * Optimizer optimizer = new Optimizer(gradient.parameters(), Optimizers.adam(1e-3));
 * for (...) {
 *     gradient.zero();
 *     ...                // forward, then backward
 *     optimizer.step();
 * }
 * }</pre>
 *
 * <p>{@link dev.gradwright.optimize.Optimizers} has the usual methods by name; {@link dev.gradwright.optimize.Chain} makes others of links:
 * limits ({@link dev.gradwright.optimize.Clip}), directions ({@link dev.gradwright.optimize.ScaleByAdam} and the like), {@link
 * dev.gradwright.optimize.WeightDecay}, {@link dev.gradwright.optimize.LearningRate}; {@link dev.gradwright.optimize.Groups} gives
 * parameters a method each by their names.
 *
 * <p>Transformations and schedules are descriptions without state, which may be shared; an {@link
 * dev.gradwright.optimize.Optimizer} is one of them at work on the parameters of one model. The package uses the named parameters
 * of {@code dev.gradwright} and draws with {@code chart}; no tape, no shapes, no processor.
 */
package dev.gradwright.optimize;
