package user;

import dev.gradwright.GradientTests;

@GradientTests
final class GradientTestsOfUser {}
