package user;

import static dev.gradwright.check.GradientCheck.of;
import static dev.gradwright.junit.GradientAssertions.assertThatGradient;

import dev.gradwright.junit.GradientCheckExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GradientCheckExtension.class)
class ParabolaTest {

    @Test
    void right() {
        assertThatGradient(of(Parabola::value, Parabola::gradient).at(1.5, 2)).isCorrect();
    }

    @Test
    void wrong() {
        assertThatGradient(of(Parabola::value, Parabola::gradientWithoutTheTwo).at(1.5, 2)).isCorrect();
    }
}
