/** A thousand steps of a damped oscillator: few parameters, a long loop that carries its state. */
package dev.gradwright.benchmarks.oscillator;
