/** What watching a training costs. */
package dev.gradwright.benchmarks.monitor;
