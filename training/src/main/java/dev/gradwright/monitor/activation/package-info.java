/**
 * What the layers inside a model give while it learns. Results of inner methods are seen through the record of the generated gradient ({@link
 * dev.gradwright.tape.ResultLog}); the model is not changed, and steps at which nobody looks cost nothing.
 */
package dev.gradwright.monitor.activation;
