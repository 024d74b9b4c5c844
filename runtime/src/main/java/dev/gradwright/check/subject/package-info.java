/**
 * What is checked: a function at a point, its gradient, and what they depend on, seen as lists of numbers.
 *
 * <p>{@link dev.gradwright.check.subject.Subject} is what the engine sees. Generated checkers make a
 * {@link dev.gradwright.check.subject.GeneratedSubject} from their {@link dev.gradwright.check.subject.GeneratedCalls}, gradients written by
 * hand are a {@link dev.gradwright.check.subject.FunctionSubject}.
 * May use parameters and gradients of the runtime, and the log of decisions.
 */
package dev.gradwright.check.subject;
