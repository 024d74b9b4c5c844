/** A recorder that prints lines for people. Uses the recorder's data only. */
package dev.gradwright.monitor.console;
