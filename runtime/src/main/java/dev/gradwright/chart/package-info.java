/**
 * Pictures of curves: loss against time, a learning rate against the step. Needs no display. The package uses nothing of the others.
 */
package dev.gradwright.chart;
