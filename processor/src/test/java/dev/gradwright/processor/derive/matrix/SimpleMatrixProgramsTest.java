package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;
import static dev.gradwright.processor.derive.matrix.SolvingProgramsTest.regular;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.SingularMatrixException;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Chains of calls on simple matrices. */
class SimpleMatrixProgramsTest {

    @Test
    void chains() {
        f("DMatrixRMaj x, DMatrixRMaj y, double t", """
                SimpleMatrix a = SimpleMatrix.wrap(x), b = new SimpleMatrix(y);
                SimpleMatrix c = a.mult(b).plus(a.scale(t)).minus(b.transpose().divide(2)).plus(1.5, b).minus(t).plus(0.1);
                SimpleMatrix d = c.elementMult(a).plus(c.elementExp().elementLog().negative()).elementDiv(a.elementPower(2).plus(1));
                return d.elementSum() * c.trace() + d.normF() * c.determinant() + d.elementMax() * d.elementMinAbs() + sum(a.kron(b).getDDRM());""").agreesAt(random(3, 3), random(3, 3, 2), 0.7);
    }

    @Test
    void systemsAndInverses() {
        f("DMatrixRMaj x, DMatrixRMaj y", """
                var a = SimpleMatrix.wrap(x); var b = SimpleMatrix.wrap(y); var z = a.solve(b); var p = b.pseudoInverse().mult(a.invert());
                return z.dot(z.copy()) * p.elementSum() + a.minus(SimpleMatrix.identity(3)).normF();""").agreesAt(regular(3), random(3, 1));
    }

    @Test
    void partsAndDiagonals() {
        f("DMatrixRMaj x, double t", """
                SimpleMatrix a = SimpleMatrix.wrap(x); SimpleMatrix r = a.getRow(1), c = a.getColumn(0), b = a.extractMatrix(0, 2, 1, SimpleMatrix.END);
                SimpleMatrix d = a.diag().diag(), e = SimpleMatrix.diag(t, t * t).combine(SimpleMatrix.END, 1, b), o = SimpleMatrix.ones(2, 2).plus(SimpleMatrix.filled(2, 2, t));
                o.insertIntoThis(0, 1, a.rows(1, 2).cols(0, 1)); return sum(r.getDDRM()) * sum(c.getDDRM()) + sum(d.getDDRM()) * sum(e.getDDRM()) + sum(o.getDDRM());""").agreesAt(random(3, 3), 0.4).agreesAt(random(3, 4), 0.4);
    }

    @Test
    void entriesAndChangesInPlace() {
        f("DMatrixRMaj x, double t", """
                SimpleMatrix a = new SimpleMatrix(x.numRows, x.numCols), b = a; a.setTo(SimpleMatrix.wrap(x)); a.set(0, 1, t * a.get(1, 1)); b.set(2, a.get(0) * t);
                b.setRow(1, 0, t, 2 * t); a.setColumn(1, 0, t * t); SimpleMatrix c = a.createLike(); c.fill(t); double s = c.elementSum(); c.zero();
                if (a.isVector() || a.hasUncountable() || a.isIdentical(c, 1e-9)) return 0;
                for (int i = 0; i < a.getNumRows(); i++) for (int j = 0; j < b.getNumCols(); j++) s += a.get(i, j) * (i + 2 * j + 1) * s; return s;""").agreesAt(random(2, 3), 0.6);
    }

    @Test
    void simpleMatricesAsArgumentsAndResults() {
        Generated gradient = Generated.create(Compiled.of("""
                final class F { @Differentiable static SimpleMatrix f(SimpleMatrix a, SimpleMatrix b) { return a.mult(b); } }"""), "FGradient");
        SimpleMatrix a = new SimpleMatrix(random(2, 3));
        SimpleMatrix b = new SimpleMatrix(random(3, 2));
        SimpleMatrix seed = new SimpleMatrix(random(2, 2));
        SimpleMatrix c = (SimpleMatrix) gradient.call("f", a, b);
        assertThat(c.isIdentical(a.mult(b), 1e-15)).isTrue();
        gradient.call("fBackward", seed.getDDRM().copy());
        assertThat(wrapped(gradient.call("fA")).isIdentical(seed.mult(b.transpose()), 1e-15))
                .isTrue();
        assertThat(wrapped(gradient.call("fB")).isIdentical(a.transpose().mult(seed), 1e-15))
                .isTrue();
    }

    private static SimpleMatrix wrapped(Object matrix) {
        return SimpleMatrix.wrap((DMatrixRMaj) matrix);
    }

    @Test
    void singularSystemsAreNamed() {
        Generated gradient = Generated.create(Compiled.of("""
                final class F { @Differentiable static double f(DMatrixRMaj a) { return SimpleMatrix.wrap(a).invert().elementSum(); } }"""), "FGradient");
        assertThatThrownBy(() -> gradient.call("f", new DMatrixRMaj(2, 2)))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessage(
                        "SimpleMatrix.invert at F.java:" + (Compiled.headerLines() + 1) + ": the matrix is singular");
    }
}
