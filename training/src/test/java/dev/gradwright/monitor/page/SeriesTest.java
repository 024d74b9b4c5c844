package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.json.Json;

class SeriesTest {

    private final Series series = new Series();

    @Test
    void aShortSeriesIsKeptWhole() {
        for (int step = 0; step < 100; step++) {
            series.add(step, step * 0.5, step + 1);
        }
        Map<String, Object> written = written(0);

        assertThat(numbers(written, "steps")).hasSize(100);
        assertThat(numbers(written, "means")).startsWith(0.0, 0.5, 1.0).endsWith(49.5);
        assertThat(written.get("lows")).isEqualTo(written.get("means")).isEqualTo(written.get("highs"));
    }

    @Test
    void aLongSeriesIsBoundedAndKeepsItsExtremesAndItsMean() {
        int count = 1_000_003;
        double sum = 0;
        for (int step = 0; step < count; step++) {
            double value = step == 777_777 ? -50 : step == 3 ? 60 : step % 10;
            sum += value;
            series.add(step, value, step + 1);
        }
        Map<String, Object> written = written(0);
        List<Double> steps = numbers(written, "steps");
        List<Double> means = numbers(written, "means");

        assertThat(steps)
                .hasSizeBetween(Series.CAPACITY / 2, Series.CAPACITY)
                .isSorted()
                .endsWith(count - 1.0);
        assertThat(numbers(written, "lows")).contains(-50.0);
        assertThat(numbers(written, "highs")).contains(60.0);
        double width = steps.get(1) - steps.get(0);
        assertThat(means.stream().mapToDouble(mean -> mean * width).sum())
                .isCloseTo(sum, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void numbersThatAreNoneAreCountedAndLeaveAGap() {
        series.add(0, 1, 1);
        series.add(1, Double.NaN, 2);
        series.add(2, Double.POSITIVE_INFINITY, 3);
        Map<String, Object> written = written(0);

        assertThat((List<?>) written.get("means")).isEqualTo(java.util.Arrays.asList(1L, null, null));
        assertThat(written)
                .containsEntry("notFinite", Map.of("first", 1L, "count", 2L))
                .containsEntry("last", null);
    }

    /** A reader that is told what is new at random moments has the same in the end as one who asks once. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 1024, 1025, 2050, 5000})
    void whatIsNewMakesTheSameAsTheWhole(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<Double> steps = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        long version = 0;
        for (int step = 0; step < count; step++) {
            series.add(step, random.nextDouble(), step + 1);
            if (random.nextInt(50) == 0 || step == count - 1) {
                Map<String, Object> news = written(version);
                int from = ((Number) news.get("from")).intValue();
                replace(steps, from, numbers(news, "steps"));
                replace(means, from, numbers(news, "means"));
                version = step + 1;
            }
        }
        assertThat(steps).isEqualTo(numbers(written(0), "steps"));
        assertThat(means).isEqualTo(numbers(written(0), "means"));
        assertThat(series.isNewerThan(version)).isFalse();
    }

    @Test
    void whatIsNewIsShort() {
        for (int step = 0; step < 900; step++) {
            series.add(step, step, step + 1);
        }
        assertThat(numbers(written(898), "steps")).containsExactly(898.0, 899.0);
    }

    @Test
    void stepsThatAreTakenAgainAreForgotten() {
        for (int step = 0; step < 20; step++) {
            series.add(step, step < 15 ? step : Double.NaN, step + 1);
        }
        series.forgetAfter(9, 21);
        series.add(10, 100, 22);

        assertThat(numbers(written(21), "means")).hasSize(1);
        assertThat(numbers(written(20), "means")).hasSize(11).endsWith(9.0, 100.0);
        assertThat(written(0)).doesNotContainKey("notFinite");
    }

    private Map<String, Object> written(long version) {
        JsonWriter json = new JsonWriter();
        series.copy().write("tag", version, json);
        return new Json().toType(json.toString(), Json.MAP_TYPE);
    }

    private static List<Double> numbers(Map<String, Object> written, String name) {
        return ((List<?>) written.get(name))
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    private static void replace(List<Double> list, int from, List<Double> news) {
        list.subList(Math.min(from, list.size()), list.size()).clear();
        assertThat(list).hasSize(from);
        list.addAll(news);
    }
}
