package dev.gradwright.optimize;

import java.util.Arrays;

/** A value that is multiplied by a factor at given steps. */
record MultiStepDecay(double initial, double factor, long[] milestones) implements Schedule {

    MultiStepDecay {
        ScheduleChecks.requireFinite("the initial value of a multi-step decay", initial);
        ScheduleChecks.requireFactor("the factor of a multi-step decay", factor);
        for (int i = 0; i < milestones.length; i++) {
            if (milestones[i] <= (i == 0 ? 0 : milestones[i - 1])) {
                throw new IllegalArgumentException("the milestones of a multi-step decay are "
                        + Arrays.toString(milestones) + "; use increasing numbers of steps from 1 on");
            }
        }
    }

    @Override
    public double at(long step) {
        int reached = 0;
        while (reached < milestones.length && milestones[reached] <= step) {
            reached++;
        }
        return initial * Math.pow(factor, reached);
    }

    @Override
    public String toString() {
        return initial + " times " + factor + " at steps " + Arrays.toString(milestones);
    }
}
