/** Objects that are taken apart, records and small classes and lambdas: which ones, and what values of them look like. */
package dev.gradwright.processor.lower.object;
