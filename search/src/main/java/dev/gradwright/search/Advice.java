package dev.gradwright.search;

/** What a trial is told when it reports. */
public enum Advice {
    /** Train on. */
    GO_ON,
    /** Return: the trial is pruned or has diverged, and what it returns is of no account. */
    STOP
}
