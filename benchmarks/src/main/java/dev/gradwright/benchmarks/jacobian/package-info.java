/** What a sparse Jacobian costs whose columns or rows are taken together by their colours. */
package dev.gradwright.benchmarks.jacobian;
