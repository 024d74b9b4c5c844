/**
 * Optimizers, which change a model's parameters by their gradients, as chains of small gradient transformations.
 *
 * <pre>{@code
 * Optimizer optimizer = new Optimizer(gradient.parameters(), Sgd.momentum(0.1, 0.9));
 * for (...) {
 *     gradient.zero();
 *     ...                // forward, then backward
 *     optimizer.step();
 * }
 * }</pre>
 *
 * <p>Transformations and schedules are descriptions without state, which may be shared; an {@link
 * dev.gradwright.optimize.Optimizer} is one of them at work on the parameters of one model. The package uses the named parameters
 * of {@code dev.gradwright} and nothing else: no tape, no shapes, no processor.
 */
package dev.gradwright.optimize;
