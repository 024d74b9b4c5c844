/**
 * Derivatives from values of a function: differences of several orders along a line, an estimate of what rounding and truncation do to each, steps, and
 * the verdict on an analytic derivative. May use subjects, settings, reports and the log of decisions.
 */
package dev.gradwright.check.difference;
