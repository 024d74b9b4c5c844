package dev.gradwright.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [engine:junit-jupiter]/[class:user.AffineTest]/[method:weights()] | user.AffineTest.weights
                    [engine:junit-jupiter]/[class:AffineTest]/[nested-class:Wide]/[method:weights()] | AffineTest.Wide.weights
                    [engine:junit-jupiter]/[class:A]/[test-template:sizes(int)]/[test-template-invocation:#3] | A.sizes-int-3
                    [engine:junit-jupiter]/[class:A]/[method:sizes(int, java.util.List)] | A.sizes-int-java.util.List
                    [engine:junit-jupiter]/[class:A]/[method:gradiënt is correct()] | A.gradiënt-is-correct
                    """)
    void isFitForPeopleAndFiles(String uniqueId, String name) {
        assertThat(TestName.of(uniqueId)).isEqualTo(name);
    }
}
