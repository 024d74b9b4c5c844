/**
 * The stages of a check, a class each, and the pass that runs them in order at one point. May use everything else of the checks but their entrance.
 */
package dev.gradwright.check.stage;
