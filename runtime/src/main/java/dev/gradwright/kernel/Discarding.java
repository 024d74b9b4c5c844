package dev.gradwright.kernel;

/** A matrix that may have no reader: what is added to it can be left out. */
public interface Discarding {

    /** Whether nobody will read it. */
    boolean discards();
}
