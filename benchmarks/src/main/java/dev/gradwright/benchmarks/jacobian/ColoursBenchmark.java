package dev.gradwright.benchmarks.jacobian;

import dev.gradwright.examples.jacobian.HeatConduction;
import dev.gradwright.examples.jacobian.HeatConductionGradient;
import dev.gradwright.examples.jacobian.HeatConductionJacobianColumns;
import dev.gradwright.examples.jacobian.HeatConductionJacobianRows;
import dev.gradwright.examples.jacobian.HeatConductionTangent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A tridiagonal Jacobian, whose three colours go in one sweep or in three. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class ColoursBenchmark {

    /** How many rows and columns there are. */
    @Param("1000")
    public int nodes;

    private final HeatConductionJacobianRows rows = HeatConductionJacobianRows.create();
    private final HeatConductionJacobianColumns columns = HeatConductionJacobianColumns.create();
    private final HeatConductionGradient gradient = HeatConductionGradient.create();
    private final HeatConductionTangent tangent = HeatConductionTangent.create();
    private double[] temperature;
    private double[] source;
    private double[][] colours;

    /** Makes the point. */
    @Setup
    public void make() {
        temperature = new double[nodes];
        source = new double[nodes];
        colours = new double[HeatConduction.COLOURS][nodes];
        for (int i = 0; i < nodes; i++) {
            temperature[i] = 1 + Math.sin(i);
            colours[i % HeatConduction.COLOURS][i] = 1;
        }
    }

    /** The function alone. */
    @Benchmark
    public double[] primal() {
        return HeatConduction.imbalance(temperature, source, 1, 2);
    }

    /** Backward, one sweep. */
    @Benchmark
    public double[] rowsInOneSweep() {
        rows.imbalance(temperature, source, 1, 2);
        rows.imbalanceBackward(colours[0], colours[1], colours[2]);
        return rows.imbalanceTemperature(0);
    }

    /** Backward, a sweep for each colour over one record. */
    @Benchmark
    public double[] rowsInThreeSweeps() {
        gradient.imbalance(temperature, source, 1, 2);
        for (double[] colour : colours) {
            gradient.imbalancePullback(colour);
        }
        return gradient.imbalanceTemperature();
    }

    /** Forward, one sweep. */
    @Benchmark
    public double[] columnsInOneSweep() {
        columns.imbalance(temperature, colours[0], colours[1], colours[2], source, 1, 2);
        return columns.imbalanceDot(0);
    }

    /** Forward, a sweep for each colour. */
    @Benchmark
    public double[] columnsInThreeSweeps() {
        for (double[] colour : colours) {
            tangent.imbalance(temperature, colour, source, 1, 2);
        }
        return tangent.imbalanceDot();
    }
}
