/** Recorders that write lines of text into files: CSV and JSON. Uses the recorder's data and {@code json}. */
package dev.gradwright.monitor.file;
