/** Motion, fields and reactions, stepped through time. */
package dev.gradwright.examples.physics;
