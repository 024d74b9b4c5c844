/**
 * The decisions of a function that has kinks: which way a branch goes, which side of a maximum is taken, which element is picked. Whoever evaluates the
 * function notes them in {@link dev.gradwright.check.kink.Decisions}; where they differ on both sides of a point, the difference straddles
 * a kink. May use reports.
 */
package dev.gradwright.check.kink;
