package dev.gradwright.examples;

import dev.gradwright.GradientTests;

/** Asks for a test of the gradient of every differentiable class in this package and below. */
@GradientTests
final class GeneratedTests {}
