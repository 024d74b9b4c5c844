/** Likelihoods and losses of statistical models. */
package dev.gradwright.examples.statistics;
