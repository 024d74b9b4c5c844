/** Which coordinates and which directions are compared. May use subjects, settings and reports. */
package dev.gradwright.check.sampling;
