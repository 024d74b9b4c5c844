/**
 * What is searched: ranges of hyperparameters, spaces made of them, and the values of a point in a space. Uses nothing else of the search.
 *
 * <p>A range has a scale of its own, on which it goes from 0 to 1: samplers draw, stages narrow and borders are watched there.
 */
package dev.gradwright.search.space;
