/**
 * Watching a model learn: what is measured, and where it goes.
 *
 * <p>Monitors are hooks of {@code dev.gradwright.train}; they measure and write to a {@link dev.gradwright.monitor.Recorder}, of which there is one for
 * each kind of place: console, files, TensorBoard, a page.
 */
package dev.gradwright.monitor;
