/**
 * Prints what checks a derivative: the checker of each differentiable class, the index of such classes, and the JUnit 5 tests that a
 * {@code @GradientTests} marker asks for. With {@code emit} the only package that makes {@code source}.
 *
 * <p>May use the intermediate representation and the names that {@code derive} and {@code emit} give to generated things.
 */
package dev.gradwright.processor.check;
