/**
 * The annotation processor. {@link dev.gradwright.processor.DifferentiableProcessor} answers the compiler's rounds,
 * {@link dev.gradwright.processor.Pipeline} takes one class through the stages: {@code lower} reads it, {@code derive} derives it,
 * {@code emit} and {@code check} print what is generated.
 */
package dev.gradwright.processor;
