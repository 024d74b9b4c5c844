/**
 * The table of derivatives: one line per library function, from which both modes are made.
 *
 * <p>{@link dev.gradwright.processor.rules.ScalarRules} holds functions of numbers ({@code java.lang.Math}),
 * {@link dev.gradwright.processor.rules.OperationRules} holds operations on the contents of arrays and matrices (EJML,
 * {@code Arrays.fill}, {@code System.arraycopy}). What has no derivative has a line that says why.
 *
 * <p>May use the intermediate representation and nothing else of the processor.
 */
package dev.gradwright.processor.rules;
