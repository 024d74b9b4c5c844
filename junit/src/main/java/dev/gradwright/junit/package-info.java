/**
 * Gradient checks in tests: {@link dev.gradwright.junit.GradientAssertions} for assertions in the manner of AssertJ, and
 * {@link dev.gradwright.junit.GradientCheckExtension} for reports in files and seeds from outside. Uses the checks of the runtime; no processor is needed.
 */
package dev.gradwright.junit;
