/** Statements, and what steers control: loops, switches, jumps and the guards behind them, returns, exceptions. */
package dev.gradwright.processor.lower.control;
