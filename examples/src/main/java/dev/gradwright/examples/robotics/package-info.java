/** Robots: rotations and filters on matrices of fixed size. */
package dev.gradwright.examples.robotics;
