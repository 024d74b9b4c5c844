/**
 * What the derivative passes need to know before they write anything: which references may mean the same memory, which values
 * carry a derivative, which contents can still change after they were read, and where the code has kinks.
 *
 * <p>May use the intermediate representation and the rules.
 */
package dev.gradwright.processor.analysis;
