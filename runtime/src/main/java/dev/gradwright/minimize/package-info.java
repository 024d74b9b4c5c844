/**
 * Minimizers of smooth functions of many variables, for whole objectives: fits, calibrations, and training on all data at once.
 *
 * <pre>{@code
 * var gradient = FunctionsGradient.create();
 * Objective objective = Objective.of(gradient::rosenbrockValueAndGradient, gradient::rosenbrockX);
 * Minimum minimum = Lbfgs.withDefaults().minimize(objective, new double[] {-1.2, 1});
 * }</pre>
 *
 * <p>{@link dev.gradwright.minimize.Lbfgs} is the one to begin with; {@link dev.gradwright.minimize.Lbfgsb} has bounds, {@link
 * dev.gradwright.minimize.Owlqn} a penalty that makes variables zero, {@link dev.gradwright.minimize.NewtonCg} second derivatives. All are
 * sequences of immutable states; {@link dev.gradwright.minimize.StoppingRule} says when it is enough, and {@link
 * dev.gradwright.minimize.Stop} why it stopped. {@link dev.gradwright.minimize.ModelObjective} makes an objective of a model.
 *
 * <p>The package uses the named parameters of {@code dev.gradwright} and nothing else.
 */
package dev.gradwright.minimize;
