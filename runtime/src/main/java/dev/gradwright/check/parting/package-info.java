/** Where tangent and adjoint part: the statement whose reverse is not the transpose of its tangent. May use subjects and reports. */
package dev.gradwright.check.parting;
