package dev.gradwright.processor.rules.ejml;

import dev.gradwright.processor.rules.Table;

/** All lines for classes of EJML. */
public final class EjmlOperations {

    private EjmlOperations() {}

    /** Adds them. */
    public static void addTo(Table table) {
        EntryByEntry.addTo(table);
        Products.addTo(table);
        Reductions.addTo(table);
        Extremes.addTo(table);
        Parts.addTo(table);
        RowsAndColumns.addTo(table);
        Solving.addTo(table);
        Decomposing.addTo(table);
        SimpleMatrices.addTo(table);
        FixedSizes.addTo(table);
        FixedObjects.addTo(table);
        WithoutDerivative.addTo(table);
    }
}
