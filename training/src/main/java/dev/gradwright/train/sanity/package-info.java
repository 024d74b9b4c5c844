/**
 * Looks at a model, its loss and its data before time is spent on training: what a healthy one does can be foretold. Uses {@code train.objective}, {@code
 * train.data} and the gradient checks of the runtime.
 */
package dev.gradwright.train.sanity;
