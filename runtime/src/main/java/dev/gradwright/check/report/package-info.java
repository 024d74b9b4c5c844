/**
 * What a gradient check has found: immutable data, a tree, with its text for a console. A {@link dev.gradwright.check.report.GradientReport} has a
 * {@link dev.gradwright.check.report.PassReport} for each point and part of the loss that was checked; a pass has its stages, its inputs with
 * their coordinates, its directions, kinks and diagnoses. May use the settings, nothing else; whoever else prints or draws
 * a report reads it from here.
 */
package dev.gradwright.check.report;
