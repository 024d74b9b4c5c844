package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusReprojection implements Objective {

    private final Observation at;
    private final double[] inputs;
    private Gradient e0;
    private Gradient e1;

    HipparchusReprojection(Observation at) {
        this.at = at;
        this.inputs = at.arguments();
    }

    @Override
    public double valueAndGradient() {
        Gradient[] camera = new Gradient[Observation.ARGUMENTS];
        for (int i = 0; i < camera.length; i++) {
            camera[i] = Gradient.variable(camera.length, i, inputs[i]);
        }
        Gradient[] rotated = rotated(camera);
        Gradient x = rotated[0].divide(rotated[2]);
        Gradient y = rotated[1].divide(rotated[2]);
        Gradient square = x.square().add(y.square());
        Gradient distortion = camera[9].multiply(square).add(1).add(camera[10].multiply(square.square()));
        Gradient focal = camera[6].multiply(distortion);
        e0 = camera[14].multiply(x.multiply(focal).add(camera[7]).subtract(at.seen()[0]));
        e1 = camera[14].multiply(y.multiply(focal).add(camera[8]).subtract(at.seen()[1]));
        return e0.getValue() + e1.getValue();
    }

    private static Gradient[] rotated(Gradient[] camera) {
        Gradient[] v = new Gradient[3];
        Gradient[] axis = new Gradient[3];
        Gradient angle = camera[0]
                .square()
                .add(camera[1].square())
                .add(camera[2].square())
                .sqrt();
        for (int i = 0; i < 3; i++) {
            v[i] = camera[11 + i].subtract(camera[3 + i]);
            axis[i] = camera[i].divide(angle);
        }
        Gradient cosine = angle.cos();
        Gradient sine = angle.sin();
        Gradient dot = axis[0].multiply(v[0]).add(axis[1].multiply(v[1])).add(axis[2].multiply(v[2]));
        Gradient along = dot.multiply(cosine.negate().add(1));
        Gradient[] rotated = new Gradient[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            Gradient cross = axis[j].multiply(v[k]).subtract(axis[k].multiply(v[j]));
            rotated[i] = v[i].multiply(cosine).add(cross.multiply(sine)).add(axis[i].multiply(along));
        }
        return rotated;
    }

    @Override
    public double[] gradient() {
        double[] jacobian = new double[2 * Observation.ARGUMENTS];
        System.arraycopy(e0.getGradient(), 0, jacobian, 0, Observation.ARGUMENTS);
        System.arraycopy(e1.getGradient(), 0, jacobian, Observation.ARGUMENTS, Observation.ARGUMENTS);
        return jacobian;
    }
}
