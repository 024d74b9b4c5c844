package dev.gradwright.check.report;

/** The part of a loss that a pass has checked. */
public enum Part {
    /** The loss without a penalty, or a function that has none. */
    DATA("data loss"),
    REGULARIZATION("penalty"),
    BOTH("data loss and penalty");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
