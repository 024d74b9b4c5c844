package dev.gradwright.examples.adbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Values and derivatives of the benchmark's objectives, on its inputs, against its figures. */
class AdBenchTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    @Test
    void gaussianMixture() throws IOException {
        Numbers input = new Numbers("gmm-test.txt");
        int dimension = (int) input.next();
        int components = (int) input.next();
        int points = (int) input.next();
        double[] weights = input.next(components);
        double[][] means = input.next(components, dimension);
        double[][] factors = input.next(components, dimension * (dimension + 1) / 2);
        double[][] data = input.next(points, dimension);
        double gamma = input.next();
        int extraFreedom = (int) input.next();
        GaussianMixtureGradient gradient = GaussianMixtureGradient.create();
        double value = gradient.logPosteriorValueAndGradient(weights, means, factors, data, gamma, extraFreedom);
        requireNear(expected("gmm-test.txt", "objective"), value);
        requireNear(
                expected("gmm-test.txt", "gradient"),
                flat(
                        new double[][] {gradient.logPosteriorWeights()},
                        gradient.logPosteriorMeans(),
                        gradient.logPosteriorFactors()));
    }

    @Test
    void longShortTermMemory() throws IOException {
        Numbers input = new Numbers("lstm_l2_c1024.txt.gz");
        int layers = (int) input.next();
        int steps = (int) input.next();
        int bits = (int) input.next();
        double[][] parameters = input.next(2 * layers, 4 * bits);
        double[][] ends = input.next(3, bits);
        double[][] state = input.next(2 * layers, bits);
        double[][] sequence = input.next(steps, bits);
        LongShortTermMemoryGradient gradient = LongShortTermMemoryGradient.create();
        double value = gradient.lossValueAndGradient(parameters, ends, state, sequence);
        requireNear(expected("lstm_l2_c1024.txt", "objective"), value);
        requireNear(expected("lstm_l2_c1024.txt", "gradient"), flat(gradient.lossLayers(), gradient.lossEnds()));
    }

    /** One residual at a time; the rows of the sparse Jacobian are assembled here: camera, point, weight. */
    @Test
    void bundleAdjustment() throws IOException {
        Numbers input = new Numbers("ba-test.txt");
        input.next(2);
        int observations = (int) input.next();
        double[] camera = input.next(11);
        double[] point = input.next(3);
        double weight = input.next();
        double[] seen = input.next(2);
        BundleAdjustmentGradient gradient = BundleAdjustmentGradient.create();
        BundleAdjustmentJacobianRows jacobian = BundleAdjustmentJacobianRows.create();
        List<double[]> rows = new ArrayList<>();
        double[] error = {};
        for (int i = 0; i < observations; i++) {
            error = jacobian.reprojectionError(camera, point, weight, seen).clone();
            jacobian.reprojectionErrorBackward(new double[] {1, 0}, new double[] {0, 1});
            for (int row = 0; row < 2; row++) {
                rows.add(jacobian.reprojectionErrorCamera(row).clone());
                rows.add(jacobian.reprojectionErrorPoint(row).clone());
                rows.add(new double[] {jacobian.reprojectionErrorWeight(row)});
            }
        }
        double weightError = gradient.weightErrorValueAndGradient(weight);
        for (int i = 0; i < observations; i++) {
            rows.add(new double[] {gradient.weightErrorWeight()});
        }
        requireNear(expected("ba-test.txt", "reproj_err_pair"), error);
        requireNear(expected("ba-test.txt", "w_err"), weightError);
        requireNear(expected("ba-test.txt", "jacobian_vals"), flat(rows.toArray(double[][]::new)));
    }

    private static double[] flat(double[][]... parts) {
        return Arrays.stream(parts)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static void requireNear(double[] expected, double... actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(1, Math.abs(expected[i]) + Math.abs(actual[i]));
            assertThat(Math.abs(expected[i] - actual[i]) / scale)
                    .as("at %d: %s and %s", i, expected[i], actual[i])
                    .isLessThan(1e-8);
        }
    }

    /** The number or numbers that the file of expected figures gives for a key of an input. */
    private static double[] expected(String input, String key) throws IOException {
        String text = text("expected.json");
        int at = text.indexOf("\"" + key + "\"", text.indexOf("\"" + input + "\"")) + key.length() + 2;
        int end = text.charAt(text.indexOf(':', at) + 2) == '[' ? text.indexOf(']', at) : text.indexOf('\n', at);
        return NUMBER.matcher(text.substring(at, end))
                .results()
                .mapToDouble(number -> Double.parseDouble(number.group()))
                .toArray();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AdBenchTest.class.getResourceAsStream("/adbench/" + name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return String.join("\n", reader.lines().toList()) + "\n";
        }
    }

    /** The numbers of an input, one after the other. */
    private static final class Numbers {

        private final Matcher matcher;

        Numbers(String name) throws IOException {
            matcher = NUMBER.matcher(text(name));
        }

        double next() {
            assertThat(matcher.find()).isTrue();
            return Double.parseDouble(matcher.group());
        }

        double[] next(int count) {
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = next();
            }
            return numbers;
        }

        double[][] next(int rows, int count) {
            double[][] numbers = new double[rows][];
            for (int i = 0; i < rows; i++) {
                numbers[i] = next(count);
            }
            return numbers;
        }
    }
}
