package dev.gradwright.search.trial;

/**
 * What a trial reported on its way.
 *
 * @param epoch after how many epochs
 * @param value the value then
 */
public record Report(int epoch, double value) {}
