/**
 * Reports of gradient checks for machines and for browsers: JSON, a page of HTML, the V-curve as a picture. What a console shows is a report's own text.
 * May use the reports, the settings and {@code chart}.
 */
package dev.gradwright.check.output;
