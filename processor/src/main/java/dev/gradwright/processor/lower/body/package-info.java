/** The body of a method while it is written: its blocks, variables in scope, operands in order, what else it needs read. */
package dev.gradwright.processor.lower.body;
