/** Search for hyperparameters: spaces, samplers, studies. */
package dev.gradwright.search;
