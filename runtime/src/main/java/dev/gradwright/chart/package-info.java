/**
 * Pictures of curves (loss against time, a learning rate against the step) and of counts, as PNG and as SVG for pages of HTML. Needs no display. The package
 * uses nothing of the others.
 */
package dev.gradwright.chart;
