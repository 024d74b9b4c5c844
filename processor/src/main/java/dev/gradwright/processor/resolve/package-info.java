/**
 * What names mean: types by the imports of a file, fields and methods by the members of a class, overloads by the phases of the
 * Java Language Specification, section 15.12.2. Speaks in {@code javax.lang.model} and knows no trees.
 *
 * <p>May use the intermediate representation.
 */
package dev.gradwright.processor.resolve;
