/**
 * Checks gradients: tangent against adjoint by dot product, then the adjoint against centred differences, coordinate by coordinate.
 *
 * <p>Generated checkers describe a method as a {@link dev.gradwright.check.Subject}; a {@link dev.gradwright.check.GradientCheck}
 * runs the stages and gives a {@link dev.gradwright.check.GradientReport}. May use parameters and gradients, nothing else of the
 * runtime.
 */
package dev.gradwright.check;
