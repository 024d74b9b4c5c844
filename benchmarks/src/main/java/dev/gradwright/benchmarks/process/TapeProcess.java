package dev.gradwright.benchmarks.process;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;

/** On a tape. */
final class TapeProcess implements Objective {

    private final WengertTape tape = new WengertTape();
    private final ProcessInput at;
    private final int n;
    private final int[][] a;
    private final int[] z;
    private final double[] gradient;

    TapeProcess(ProcessInput at) {
        this.at = at;
        n = at.x().length;
        a = new int[n][n];
        z = new int[n];
        gradient = new double[2 + n];
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int first = tape.variable(at.logLength());
        int logNoise = tape.variable(at.logNoise());
        int y = tape.variables(at.y());
        fill(tape.exp(first), tape.exp(logNoise));
        factorize();
        int sum = tape.variable(-0.5 * n * Math.log(2 * Math.PI));
        for (int i = 0; i < n; i++) {
            int rest = y + i;
            for (int k = 0; k < i; k++) {
                rest = tape.subtract(rest, tape.multiply(a[i][k], z[k]));
            }
            z[i] = tape.divide(rest, a[i][i]);
            int share = tape.add(tape.scale(tape.square(z[i]), 0.5), tape.log(a[i][i]));
            sum = tape.subtract(sum, share);
        }
        tape.reverse(sum);
        tape.adjoints(first, gradient);
        return tape.value(sum);
    }

    private void fill(int length, int noise) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                int d = tape.divide(tape.variable(at.x()[i] - at.x()[j]), length);
                a[i][j] = tape.exp(tape.scale(tape.square(d), -0.5));
            }
            a[i][i] = tape.add(a[i][i], tape.shift(noise, 0.1));
        }
    }

    private void factorize() {
        for (int j = 0; j < n; j++) {
            int square = a[j][j];
            for (int k = 0; k < j; k++) {
                square = tape.subtract(square, tape.square(a[j][k]));
            }
            a[j][j] = tape.sqrt(square);
            for (int i = j + 1; i < n; i++) {
                int rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest = tape.subtract(rest, tape.multiply(a[i][k], a[j][k]));
                }
                a[i][j] = tape.divide(rest, a[j][j]);
            }
        }
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
