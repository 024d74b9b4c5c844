/** Pictures and shapes. */
package dev.gradwright.examples.graphics;
