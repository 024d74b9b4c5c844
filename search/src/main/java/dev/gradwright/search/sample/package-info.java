/**
 * What chooses the hyperparameters of the next trial. Uses spaces and records of trials.
 *
 * <p>A {@link dev.gradwright.search.sample.Sampler} is a setting; what it makes for a study, a {@link dev.gradwright.search.sample.Sampling}, is told of
 * ended trials in the order of their numbers and asked for points in that order too, so that what it draws depends on numbers and results alone.
 */
package dev.gradwright.search.sample;
