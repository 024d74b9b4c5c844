package dev.gradwright.examples.robotics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/** Where the hand of an arm is: its joints turn about the z axis and the y axis by turns, each moves all that comes after it. */
public final class RobotArm {

    private RobotArm() {}

    /** The place of the hand, from the angles and the lengths of the links. */
    @Differentiable
    public static DMatrix3 hand(@Shape("joints") double[] angles, @Shape("joints") double[] lengths) {
        DMatrix3 place = new DMatrix3();
        DMatrix3x3 pose = new DMatrix3x3();
        DMatrix3x3 turned = new DMatrix3x3();
        DMatrix3x3 joint = new DMatrix3x3();
        CommonOps_DDF3.setIdentity(pose);
        for (int i = 0; i < angles.length; i++) {
            turn(angles[i], i % 2 == 0, joint);
            CommonOps_DDF3.mult(pose, joint, turned);
            pose.setTo(turned);
            place.a1 += lengths[i] * pose.a11;
            place.a2 += lengths[i] * pose.a21;
            place.a3 += lengths[i] * pose.a31;
        }
        return place;
    }

    /** The squared distance between the hand and a target. */
    @Differentiable
    public static double miss(@Shape("joints") double[] angles, @Shape("joints") double[] lengths, DMatrix3 target) {
        DMatrix3 gap = hand(angles, lengths);
        CommonOps_DDF3.subtractEquals(gap, target);
        return CommonOps_DDF3.dot(gap, gap);
    }

    private static void turn(double angle, boolean isAboutZ, DMatrix3x3 rotation) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        if (isAboutZ) {
            rotation.setTo(c, -s, 0, s, c, 0, 0, 0, 1);
        } else {
            rotation.setTo(c, 0, s, 0, 1, 0, -s, 0, c);
        }
    }
}
