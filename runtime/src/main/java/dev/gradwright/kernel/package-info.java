/** Matrix products: one interface, and what implements it in plain Java or by a BLAS. */
package dev.gradwright.kernel;
