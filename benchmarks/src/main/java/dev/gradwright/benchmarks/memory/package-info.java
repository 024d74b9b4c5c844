/** ADBench's long short-term memory: 2 layers, 1024 steps, 14 bits. */
package dev.gradwright.benchmarks.memory;
