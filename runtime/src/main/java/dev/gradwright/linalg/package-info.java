/**
 * What derivatives of matrix operations are made of: transposed operations, searches, and factorizations that are made in the forward
 * sweep and used again in the reverse one. Generated code calls it by name.
 */
package dev.gradwright.linalg;
