/**
 * From coarse to fine in one call: studies with growing numbers of epochs, each in a smaller space around the best of the one before, and a comparison of
 * the last few with other seeds. Uses studies.
 */
package dev.gradwright.search.stage;
