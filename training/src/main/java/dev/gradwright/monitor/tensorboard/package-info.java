/**
 * A recorder for TensorBoard that needs neither TensorFlow nor a library for Protocol Buffers: it writes the few messages of event files itself. Uses
 * the recorder's data only.
 */
package dev.gradwright.monitor.tensorboard;
