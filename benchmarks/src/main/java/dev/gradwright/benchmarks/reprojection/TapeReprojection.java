package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;

/** On a tape: one record, a reverse sweep for each row of the Jacobian. */
final class TapeReprojection implements Objective {

    private final WengertTape tape = new WengertTape();
    private final Observation at;
    private final double[] inputs;
    private final double[] row = new double[Observation.ARGUMENTS];
    private final double[] jacobian = new double[2 * Observation.ARGUMENTS];
    private final int[] v = new int[3];
    private final int[] axis = new int[3];
    private final int[] rotated = new int[3];

    TapeReprojection(Observation at) {
        this.at = at;
        this.inputs = at.arguments();
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int camera = tape.variables(inputs);
        int weight = camera + 14;
        rotate(camera, camera + 11);
        int x = tape.divide(rotated[0], rotated[2]);
        int y = tape.divide(rotated[1], rotated[2]);
        int square = tape.add(tape.square(x), tape.square(y));
        int first = tape.shift(tape.multiply(camera + 9, square), 1);
        int distortion = tape.add(first, tape.multiply(camera + 10, tape.square(square)));
        int focal = tape.multiply(camera + 6, distortion);
        int e0 = tape.shift(tape.add(tape.multiply(x, focal), camera + 7), -at.seen()[0]);
        int e1 = tape.shift(tape.add(tape.multiply(y, focal), camera + 8), -at.seen()[1]);
        e0 = tape.multiply(weight, e0);
        e1 = tape.multiply(weight, e1);
        reverse(e0, camera, 0);
        reverse(e1, camera, Observation.ARGUMENTS);
        return tape.value(e0) + tape.value(e1);
    }

    private void reverse(int error, int first, int at) {
        tape.reverse(error);
        tape.adjoints(first, row);
        System.arraycopy(row, 0, jacobian, at, row.length);
    }

    private void rotate(int camera, int point) {
        for (int i = 0; i < 3; i++) {
            v[i] = tape.subtract(point + i, camera + 3 + i);
        }
        int angle =
                tape.sqrt(tape.add(tape.add(tape.square(camera), tape.square(camera + 1)), tape.square(camera + 2)));
        int cosine = tape.cos(angle);
        int sine = tape.sin(angle);
        for (int i = 0; i < 3; i++) {
            axis[i] = tape.divide(camera + i, angle);
        }
        int dot = tape.add(
                tape.add(tape.multiply(axis[0], v[0]), tape.multiply(axis[1], v[1])), tape.multiply(axis[2], v[2]));
        int along = tape.multiply(dot, tape.subtractFrom(1, cosine));
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            int cross = tape.subtract(tape.multiply(axis[j], v[k]), tape.multiply(axis[k], v[j]));
            int turned = tape.add(tape.multiply(v[i], cosine), tape.multiply(cross, sine));
            rotated[i] = tape.add(turned, tape.multiply(axis[i], along));
        }
    }

    @Override
    public double[] gradient() {
        return jacobian.clone();
    }
}
