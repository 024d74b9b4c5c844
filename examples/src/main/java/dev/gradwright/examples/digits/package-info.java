/**
 * A network that learns to read handwritten digits. {@link dev.gradwright.examples.digits.LearnDigits} is the program,
 * {@link dev.gradwright.examples.digits.DigitClassifier} the model: a forward pass, whose gradient is generated.
 */
package dev.gradwright.examples.digits;
