package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;

/** An envelope of a tone, whose phases an enumeration tells apart. */
public final class Envelope {

    private Envelope() {}

    enum Phase {
        ATTACK,
        DECAY,
        SUSTAIN
    }

    @Differentiable
    public static double energy(double attack, double decay, double sustain) {
        double level = 0;
        double sum = 0;
        for (int t = 0; t < 30; t++) {
            Phase phase = t < 8 ? Phase.ATTACK : t < 16 ? Phase.DECAY : Phase.SUSTAIN;
            double target = switch (phase) {
                case ATTACK -> 1 + 0.1 * attack;
                case DECAY -> Math.tanh(sustain);
                case SUSTAIN -> {
                    double base = Math.tanh(sustain);
                    yield base * Math.exp(-0.01 * t);
                }
            };
            double speed = 0.3 / (1 + Math.exp(-(phase == Phase.ATTACK ? attack : decay)));
            level += speed * (target - level);
            sum += level * level;
        }
        return sum;
    }
}
