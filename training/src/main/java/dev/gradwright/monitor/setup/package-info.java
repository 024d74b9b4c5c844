/** The entry: {@link dev.gradwright.monitor.setup.Monitors} puts monitors, advice and recorders together. Uses all other packages of monitors. */
package dev.gradwright.monitor.setup;
