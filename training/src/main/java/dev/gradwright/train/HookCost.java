package dev.gradwright.train;

import java.time.Duration;

/**
 * What a hook has cost.
 *
 * @param name the hook's name
 * @param calls how often it was called, at all moments at which it does something
 * @param time how long it took, all calls together
 */
public record HookCost(String name, long calls, Duration time) {}
