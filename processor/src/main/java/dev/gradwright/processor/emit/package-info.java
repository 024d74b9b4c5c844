/**
 * Prints derived units as Java: the gradient class and the tangent class of each differentiable class.
 *
 * <p>{@link dev.gradwright.processor.emit.GradientClass} and {@link dev.gradwright.processor.emit.TangentClass} lay out a class,
 * {@link dev.gradwright.processor.emit.StatementPrinter} and {@link dev.gradwright.processor.emit.ExpressionPrinter} print its
 * methods into a {@link dev.gradwright.processor.emit.SourceText}. Together with {@code check} the only package that makes
 * {@code source}.
 *
 * <p>May use the intermediate representation and what {@code derive} makes of it.
 */
package dev.gradwright.processor.emit;
