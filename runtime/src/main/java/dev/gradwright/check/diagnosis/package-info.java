/** From the pattern of wrong derivatives to a likely cause, a class for each pattern. May use subjects and reports. */
package dev.gradwright.check.diagnosis;
