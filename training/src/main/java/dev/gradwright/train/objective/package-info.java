/**
 * What is made small: the loss of a batch and its gradient, on one thread or on several, and a penalty. Uses {@code train.data}.
 */
package dev.gradwright.train.objective;
