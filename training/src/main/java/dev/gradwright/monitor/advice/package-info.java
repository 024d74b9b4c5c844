/**
 * Advice from measurements: a {@link dev.gradwright.monitor.advice.Rule} looks at {@link dev.gradwright.monitor.advice.Measurements} and knows nothing
 * of the training itself; the {@link dev.gradwright.monitor.advice.Advisor} is a recorder that asks the rules and hands on what they find.
 */
package dev.gradwright.monitor.advice;
