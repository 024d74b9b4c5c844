/**
 * From representation to representation: the tangent (forward mode) and the adjoint (reverse mode) of each method.
 *
 * <p>{@link dev.gradwright.processor.derive.Flatten} prepares a unit, {@link dev.gradwright.processor.derive.Tangent} and
 * {@link dev.gradwright.processor.derive.Adjoint} derive it, and {@link dev.gradwright.processor.derive.Tidy} makes the result
 * read as if written by hand. Each value that the reverse sweep needs is planned in
 * {@link dev.gradwright.processor.derive.Keeping}: kept on the tape, or computed again.
 *
 * <p>May use the intermediate representation, the rules and the analyses.
 */
package dev.gradwright.processor.derive;
