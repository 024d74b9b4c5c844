/** ADBench's residual of bundle adjustment: two numbers, and their derivatives with respect to fifteen. */
package dev.gradwright.benchmarks.reprojection;
