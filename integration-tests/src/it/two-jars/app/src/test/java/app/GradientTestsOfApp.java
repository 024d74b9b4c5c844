package app;

import dev.gradwright.GradientTests;

@GradientTests
final class GradientTestsOfApp {}
