package dev.gradwright.chart;

/**
 * A straight line across a chart, at a threshold or at a chosen value.
 *
 * @param name what stands beside it
 * @param isVertical whether it crosses the horizontal axis
 * @param at where it crosses its axis
 */
public record Mark(String name, boolean isVertical, double at) {}
