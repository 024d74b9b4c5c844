/**
 * Monitors of a training: hooks that measure at chosen steps and write to a {@link dev.gradwright.monitor.Recorder}. Each is a class with the
 * quantity's name; {@link dev.gradwright.monitor.measure.Tags} has the names under which they record.
 *
 * <p>Uses the training's hooks and the runtime; knows nothing of advice.
 */
package dev.gradwright.monitor.measure;
