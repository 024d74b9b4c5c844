/** Expressions other than calls: names, operators, conversions, assignments, arrays, and objects without derivatives. */
package dev.gradwright.processor.lower.expression;
