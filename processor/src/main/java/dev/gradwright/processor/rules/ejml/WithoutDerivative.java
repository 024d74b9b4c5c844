package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.FEATURES;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;
import static dev.gradwright.processor.rules.ejml.Ejml.RANDOM;
import static dev.gradwright.processor.rules.ejml.Ejml.SPECIAL;
import static dev.gradwright.processor.rules.ejml.SimpleMatrices.SIMPLE;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.Table;
import java.util.List;

/** What has no rule, and why: tests, sources of numbers that depend on nothing active, and what is refused. */
final class WithoutDerivative {

    private WithoutDerivative() {}

    static void addTo(Table table) {
        table.tests(
                FEATURES,
                "hasNaN",
                "hasUncountable",
                "isZeros",
                "isVector",
                "isPositiveDefinite",
                "isPositiveSemidefinite",
                "isSquare",
                "isSymmetric",
                "isSkewSymmetric",
                "isInverse",
                "isEquals",
                "isEqualsTriangle",
                "isIdentical",
                "isOrthogonal",
                "isRowsLinearIndependent",
                "isIdentity",
                "isConstantVal",
                "isDiagonalNotNegative",
                "isDiagonalPositive",
                "isNegative",
                "isUpperTriangle",
                "isLowerTriangle",
                "rank",
                "nullity",
                "countNonZero");
        table.sources(
                RANDOM,
                "orthogonal",
                "diagonal",
                "singular",
                "symmetricWithEigenvalues",
                "rectangle",
                "fillUniform",
                "rectangleGaussian",
                "fillGaussian",
                "symmetricPosDef",
                "symmetric",
                "triangularUpper",
                "triangularLower");
        table.refuse(RANDOM, "span", "Draw the vectors one by one with rectangle.");
        table.refuse(RANDOM, "insideSpan", "Draw the coefficients and add up the vectors.");
        table.refuse(
                RANDOM, "addUniform", "Draw the numbers with rectangle and add them with CommonOps_DDRM.addEquals.");
        for (String name : new String[] {"randomBinary", "setRandomB"}) {
            table.refuse(RANDOM, name, "Matrices of booleans are not supported. Draw them into an array of booleans.");
        }
        table.sources(SPECIAL, "pivotMatrix");
        ClassRef decompositions = ClassRef.of("org.ejml.dense.row.factory", "DecompositionFactory_DDRM");
        table.refuse(decompositions, "Use dev.gradwright.linalg.Decompositions, whose functions have derivatives.");
        ClassRef solvers = ClassRef.of("org.ejml.dense.row.factory", "LinearSolverFactory_DDRM");
        table.refuse(solvers, "Use CommonOps_DDRM.solve, solveSPD or pinv.");
        refusedSearches(table);
        refusedOfSimpleMatrices(table);
        refusedShapes(table);
        refusedFunctions(table);
    }

    private static void refusedSearches(Table table) {
        for (String name : new String[] {"elementMax", "elementMin", "elementMaxAbs", "elementMinAbs"}) {
            table.refuse(COMMON, name, "Call it without the location.");
        }
        for (String name : new String[] {
            "elementLessThan",
            "elementLessThanOrEqual",
            "elementMoreThan",
            "elementMoreThanOrEqual",
            "elementBoolean",
            "elements",
            "countTrue"
        }) {
            table.refuse(COMMON, name, "Matrices of booleans are not supported. Compare the entries in a loop.");
        }
    }

    private static void refusedShapes(Table table) {
        for (String name : new String[] {"removeColumns", "removeRows"}) {
            table.refuse(COMMON, name, "It moves what stays within one matrix. Use extract for the parts that stay.");
        }
        table.refuse(COMMON, "columnsToVector", "Use extractColumn for each column.");
        table.refuse(COMMON, "rowsToVector", "Use extractRow for each row.");
        table.refuse(SPECIAL, "splitIntoVectors", "Use CommonOps_DDRM.extractColumn or extractRow for each vector.");
        table.refuse(COMMON, "concatColumnsMulti", "Use concatColumns for two matrices at a time.");
        table.refuse(COMMON, "concatRowsMulti", "Use concatRows for two matrices at a time.");
        table.refuse(COMMON, "diagR", "Use diag, or set the entries of a new matrix.");
        table.refuse(SPECIAL, "multLowerTranA", "Use CommonOps_DDRM.multInner on the triangle.");
        table.refuse(SPECIAL, "multLowerTranB", "Use CommonOps_DDRM.multOuter on the triangle.");
    }

    private static void refusedFunctions(Table table) {
        table.refuse(COMMON, "rref", "Its steps depend on which entries are zero. Use solve.");
        table.refuse(COMMON, "apply", "Write a loop over the entries.");
        table.refuse(SPECIAL, "qualityTriangular", "It is a measure of how safe a solution is, not a part of it.");
        for (String name : new String[] {"conditionP", "conditionP2"}) {
            table.refuse(NORMS, name, "Divide the norms of the matrix and of its inverse.");
        }
        for (String name : new String[] {"elementP", "fastElementP"}) {
            table.refuse(
                    NORMS,
                    name,
                    "Add up the powers in a loop, or use normF, CommonOps_DDRM.elementSumAbs, elementMaxAbs.");
        }
        for (String name : new String[] {"normP", "fastNormP"}) {
            table.refuse(NORMS, name, "Use normP1, normP2 or normPInf, which say what norm is meant.");
        }
    }

    private static void refusedOfSimpleMatrices(Table table) {
        for (String name : List.of("eig", "svd")) {
            table.refuse(SIMPLE, name, "Use dev.gradwright.linalg.Decompositions on getDDRM().");
        }
        table.refuse(SIMPLE, "conditionP2", "Divide the largest singular value by the smallest.");
        for (String name : List.of("elementOp", "toDiagonal", "extractVector")) {
            table.refuse(SIMPLE, name, "Use getRow, getColumn, diag, or a loop over the entries.");
        }
        for (String name : List.of("concatColumns", "concatRows")) {
            table.refuse(SIMPLE, name, "Use combine for two matrices at a time.");
        }
        for (String name : List.of("reshape", "setRow", "setColumn", Form.CONSTRUCTOR)) {
            table.refuse(
                    SIMPLE, name, "Make a new SimpleMatrix of the shape and set its entries, or wrap a DMatrixRMaj.");
        }
        for (String name : List.of("random", "random_DDRM", "randomNormal")) {
            table.refuse(SIMPLE, name, "Draw a DMatrixRMaj with RandomMatrices_DDRM and wrap it.");
        }
        for (String name : List.of(
                "print",
                "printDimensions",
                "toString",
                "toArray2",
                "saveToFileCSV",
                "saveToMatrixMarket",
                "loadCSV",
                "getMatrix",
                "getType",
                "iterator",
                "getIndex",
                "isInBounds",
                "bits",
                "equation",
                "convertToSparse",
                "convertToDense",
                "invoke",
                "diagSub")) {
            table.refuse(SIMPLE, name, "Use getDDRM(), and what DMatrixRMaj offers.");
        }
        for (String name : List.of(
                "identity",
                "diag",
                "get",
                "set",
                "getFDRM",
                "getZDRM",
                "getCDRM",
                "getDSCC",
                "getFSCC",
                "minusComplex",
                "plusComplex",
                "scaleComplex",
                "determinantComplex",
                "traceComplex",
                "fillComplex",
                "getReal",
                "getImaginary",
                "elementSumComplex",
                "conjugate",
                "magnitude",
                "real",
                "imaginary",
                "convertToComplex",
                "random_FDRM",
                "random_ZDRM",
                "random_CDRM")) {
            table.refuse(SIMPLE, name, "Only dense matrices of doubles are supported.");
        }
    }
}
