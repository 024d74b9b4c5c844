/** Classical algorithms, with loops, tables and jumps as in any textbook. */
package dev.gradwright.examples.algorithms;
