/** Jacobians: systems of equations, several seeds in one sweep, and sparsity that the caller knows. */
package dev.gradwright.examples.jacobian;
