/**
 * Files in which the state of a long computation survives whatever happens to the process: written beside the last good one, which stays until the
 * new one is complete; with a checksum, so that what is damaged is never taken for good. Knows nothing of training; what a state consists of is the
 * business of those who save it. Stands alone.
 */
package dev.gradwright.train.checkpoint;
