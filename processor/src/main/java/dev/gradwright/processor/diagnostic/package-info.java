/**
 * What users are told: every message in {@link dev.gradwright.processor.diagnostic.Message}, with a code, a severity, the text and
 * the fix.
 *
 * <p>May use the positions of the intermediate representation.
 */
package dev.gradwright.processor.diagnostic;
