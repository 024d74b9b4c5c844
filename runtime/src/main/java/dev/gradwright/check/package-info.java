/**
 * Checks gradients, generated ones and those by hand: exact stages first (determinism, tangent against adjoint by dot product, and others),
 * then differences in random directions and by coordinates. {@link dev.gradwright.check.GradientCheck} is the entrance.
 *
 * <p>Below it, each using only those before it: {@code settings} (what is asked), {@code report} (what was found, as data), {@code kink} (the log of
 * decisions), {@code subject} (what is checked), {@code difference} (numeric derivatives and verdicts), {@code sampling}, {@code diagnosis}, {@code parting}, {@code stage}.
 * May use parameters and gradients, nothing else of the runtime. {@code output} writes reports for machines and browsers.
 */
package dev.gradwright.check;
