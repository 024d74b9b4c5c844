/**
 * From parsed trees to the intermediate representation. What cannot be differentiated is refused here, early, at the expression.
 *
 * <p>{@link dev.gradwright.processor.lower.UnitLowering} reads a class, {@link dev.gradwright.processor.lower.MethodLowering} a
 * method. Within one, {@link dev.gradwright.processor.lower.Statements}, {@link dev.gradwright.processor.lower.Loops} and
 * {@link dev.gradwright.processor.lower.Jumps} read statements; {@link dev.gradwright.processor.lower.Expressions},
 * {@link dev.gradwright.processor.lower.Operators}, {@link dev.gradwright.processor.lower.Assignments},
 * {@link dev.gradwright.processor.lower.Calls} and their like read expressions. All write into the same
 * {@link dev.gradwright.processor.lower.Body}.
 *
 * <p>May use everything that knows the source, and the rules, to know what has one.
 */
package dev.gradwright.processor.lower;
