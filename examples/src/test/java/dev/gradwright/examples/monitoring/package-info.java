/** Monitors and advice, tried on trainings that go well and on such that do not. */
package dev.gradwright.examples.monitoring;
