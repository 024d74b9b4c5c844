/** Declarations: of a class, the signatures of its methods, its fields, the interfaces it implements. */
package dev.gradwright.processor.lower.declare;
