/**
 * What stops trials that are worse than others at the same epoch. Uses records of trials.
 *
 * <p>As with samplers, a trial is compared with trials of lower numbers that had ended before it began, so that what is pruned does not depend on how many
 * trials run at once.
 */
package dev.gradwright.search.prune;
