/** Lines of the table for Java's own operations on arrays. */
package dev.gradwright.processor.rules.array;
