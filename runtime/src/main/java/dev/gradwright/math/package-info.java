/**
 * Elementary functions that are faster over arrays than those of {@link java.lang.Math}, for whoever calls them by name. Uses {@code kernel} to learn
 * whether fused multiply-adds are fast.
 */
package dev.gradwright.math;
