/** Annotations for differentiable classes, and the types that every generated gradient shares. */
package dev.gradwright;
