/**
 * From parsed trees to the intermediate representation. What cannot be differentiated is refused here, early, at the expression.
 *
 * <p>{@link dev.gradwright.processor.lower.UnitLowering} reads a class, {@link dev.gradwright.processor.lower.MethodLowering} the body
 * of a method, with {@link dev.gradwright.processor.lower.ExpressionLowering} for all expressions in it. What they put together is in
 * folders, which use each other in this order: {@code site}, {@code object}, {@code body} and {@code declare}, {@code expression},
 * {@code given}, {@code call}; {@code control} uses what {@code expression} may.
 *
 * <p>May use everything that knows the source, and the rules, to know what has one.
 */
package dev.gradwright.processor.lower;
