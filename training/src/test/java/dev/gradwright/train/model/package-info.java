/** Models with gradients by hand, and data, for tests. */
package dev.gradwright.train.model;
