/** Calls: which method or constructor is meant, and what becomes of a call of each kind of method. */
package dev.gradwright.processor.lower.call;
