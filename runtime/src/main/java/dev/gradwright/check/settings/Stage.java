package dev.gradwright.check.settings;

/** The stages of a check, in the order in which they run. Each has a verdict of its own. */
public enum Stage {
    /** Two evaluations of the function at one point give the same bits. */
    DETERMINISM("determinism"),
    /** Evaluation and gradient leave parameters, arguments and seeds as they were. */
    RESTORATION("inputs restored"),
    /** The forward half of the gradient gives the same bits as the function itself. */
    PRIMAL("same value"),
    /** A second backward from one record gives the same gradient, or refuses. */
    SECOND_BACKWARD("second backward"),
    /** The gradient is linear in its seed. */
    LINEARITY("linear in the seed"),
    /** Tangent and adjoint agree by dot product, {@code <Jv, w> = <v, J'w>}, to 1e-12: no step size, no kinks. */
    DOT_PRODUCT("tangent against adjoint"),
    /** Derivatives in random directions, each of which meets every coordinate at once. */
    DIRECTIONS("random directions"),
    /** Derivatives by single coordinates. */
    COORDINATES("coordinates");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** Whether it compares derivatives with differences. */
    public boolean comparesDifferences() {
        return this == DIRECTIONS || this == COORDINATES;
    }
}
