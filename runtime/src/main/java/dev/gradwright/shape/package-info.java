/** Checks of array and matrix shapes against their named dimensions. For generated code. */
package dev.gradwright.shape;
