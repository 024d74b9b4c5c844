package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    /** The fewest runs by trying all places for the next state. */
    private static long fewest(int steps, int slots, long[][] known) {
        if (steps <= 1) {
            return 0;
        } else if (slots == 1) {
            return (long) steps * (steps - 1) / 2;
        } else if (known[steps][slots] > 0) {
            return known[steps][slots];
        }
        long least = Long.MAX_VALUE;
        for (int distance = 1; distance < steps; distance++) {
            least = Math.min(
                    least, distance + fewest(steps - distance, slots - 1, known) + fewest(distance, slots, known));
        }
        known[steps][slots] = least;
        return least;
    }

    @Test
    void costIsTheLeastThatAnyScheduleTakes() {
        long[][] known = new long[61][8];
        for (int slots = 1; slots < 8; slots++) {
            for (int steps = 1; steps <= 60; steps++) {
                assertThat(Schedule.cost(steps, slots))
                        .as("%d steps, %d slots", steps, slots)
                        .isEqualTo(fewest(steps, slots, known));
            }
        }
    }

    @Test
    void distancesAttainTheCost() {
        for (int slots = 2; slots < 8; slots++) {
            for (int steps = 3; steps <= 200; steps++) {
                int distance = Schedule.distance(steps, slots);
                assertThat(distance + Schedule.cost(steps - distance, slots - 1) + Schedule.cost(distance, slots))
                        .isEqualTo(Schedule.cost(steps, slots));
            }
        }
    }

    @Test
    void reachIsBinomialAndDoesNotOverflow() {
        assertThat(Schedule.reach(10, 4)).isEqualTo(1001);
        assertThat(Schedule.reach(10, 6)).isEqualTo(8008);
        assertThat(Schedule.reach(1000, 1000)).isEqualTo(Integer.MAX_VALUE);
    }
}
