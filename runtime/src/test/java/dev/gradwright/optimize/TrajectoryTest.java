package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods follow trajectories that other programs have gone, number by number. */
class TrajectoryTest {

    private static final Map<String, GradientTransformation> TORCH = torch();
    private static final Map<String, GradientTransformation> EQUATIONS = equations();

    private final DMatrixRMaj w = new DMatrixRMaj(2, 3);
    private final DMatrixRMaj g = new DMatrixRMaj(2, 3);

    private static Map<String, GradientTransformation> torch() {
        Map<String, GradientTransformation> methods = new TreeMap<>();
        LearningRate tenth = LearningRate.of(0.1);
        methods.put("sgd-dampening", Chain.of(Momentum.heavyBall(0.9).dampening(0.1), tenth));
        methods.put("sgd-maximize", Chain.of(Ascent.uphill(), Momentum.heavyBall(0.9), tenth));
        methods.put("adagrad", Optimizers.adagrad());
        methods.put(
                "adagrad-decay",
                Chain.of(
                        ScaleByAdagrad.withDefaults().initialSum(0.1),
                        LearningRate.of(Schedule.inverseTime(0.1, 0.5))));
        methods.put("adadelta", Optimizers.adadelta());
        methods.put("rmsprop", Optimizers.rmsProp());
        methods.put("rmsprop-centred-momentum", Optimizers.rmsProp(Schedule.constant(0.01), 0.9));
        methods.put("adam", Optimizers.adam());
        methods.put("adam-epsilon", Chain.of(ScaleByAdam.withDefaults().epsilon(0.1), tenth));
        methods.put("adam-decay", Chain.of(WeightDecay.of(0.1), ScaleByAdam.withDefaults(), tenth));
        methods.put("adamw", Optimizers.adamW(0.1, 0.1));
        methods.put(
                "amsgrad", Chain.of(ScaleByAdam.withDefaults().betas(0.9, 0.5).amsgrad(), tenth));
        methods.put("adamax", Optimizers.adamax());
        methods.put("radam", Optimizers.rAdam(Schedule.constant(0.1)));
        methods.put("rprop", Optimizers.rprop());
        methods.put("asgd", Asgd.of(0.1));
        methods.put("nadam", Optimizers.nAdam());
        methods.put("lion", Optimizers.lion(Schedule.constant(0.1), 0.01));
        return methods;
    }

    private static Map<String, GradientTransformation> equations() {
        Map<String, GradientTransformation> methods = new TreeMap<>();
        methods.put("lamb", Optimizers.lamb(Schedule.constant(0.1), 0.01));
        methods.put("adafactor", Adafactor.of(Schedule.constant(0.05)));
        methods.put("muon", Optimizers.muon(Schedule.constant(0.02), 0.1));
        methods.put("prodigy", Prodigy.withDefaults().weightDecay(0.01).distance(1e-2, Double.POSITIVE_INFINITY));
        methods.put("adaptive-clip", Chain.of(Clip.adaptively(0.5), LearningRate.of(0.1)));
        methods.put(
                "adam-epsilon-inside",
                Chain.of(ScaleByAdam.withDefaults().epsilon(1e-2, Epsilon.INSIDE_ROOT), LearningRate.of(0.1)));
        return methods;
    }

    static Stream<String> torchNames() {
        return TORCH.keySet().stream();
    }

    static Stream<String> equationNames() {
        return EQUATIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("torchNames")
    void goesAsPyTorchGoes(String name) {
        follow(matrix(), TORCH.get(name), rows("trajectories.csv", name));
    }

    @ParameterizedTest
    @MethodSource("equationNames")
    void goesAsItsEquationsSay(String name) {
        follow(matrix(), EQUATIONS.get(name), rows("equations.csv", name));
    }

    @Test
    void theTableHasAllTrajectories() {
        long names = Reference.rows("trajectories.csv").stream()
                .map(row -> row[0])
                .distinct()
                .count();
        assertThat(names).as("and the buggy NAdam, a trap").isEqualTo(TORCH.size() + 1L);
    }

    @Test
    void nAdamDoesNotRepeatAnOldBug() {
        Optimizer optimizer = new Optimizer(matrix(), Optimizers.nAdam());
        setGradient(1);
        optimizer.step();
        double buggy =
                Double.parseDouble(rows("trajectories.csv", "nadam-buggy").get(0)[2]);
        assertThat(Math.abs(w.get(0) - buggy)).isGreaterThan(1e-6);
    }

    @Test
    void adafactorOfAnArrayKeepsEverySquare() {
        Parameters array = Parameters.builder().add("w", w.data, g.data).build();
        start();
        follow(array, Adafactor.of(Schedule.constant(0.05)), rows("equations.csv", "adafactor-array"));
    }

    @Test
    void muonWorksOnTheTransposeOfATallMatrix() {
        w.reshape(3, 2);
        g.reshape(3, 2);
        follow(matrix(), Optimizers.muon(Schedule.constant(0.02), 0), rows("equations.csv", "muon-tall"));
    }

    @Test
    void scheduleFreeMethodsGoBetweenTheirPointsAndTheirAverage() {
        Schedule warm = step -> 0.1 * Math.min(1, (step + 1) / 3.0);
        average(ScheduleFree.adamW(warm, 0.9, 0.999, 1e-8, 0.01), rows("equations.csv", "schedule-free-adamw"));
        average(ScheduleFree.sgd(warm, 0.9, 0.01), rows("equations.csv", "schedule-free-sgd"));
    }

    private void average(GradientTransformation method, List<String[]> rows) {
        Optimizer optimizer = follow(matrix(), method, rows.subList(0, 8));
        double[] average = new double[6];
        optimizer.copyAverageTo(average);
        assertThat(average).containsExactly(numbers(rows.get(8)), within(1e-12));
    }

    @Test
    void wholeChainsAndBlocksGoTheSameWay() {
        GradientTransformation whole = Chain.of(
                parameters -> (step, updates) -> {}, // sees all updates at once, so that the chain cannot go by blocks
                ScaleByAdam.withDefaults(),
                WeightDecay.of(0.1),
                LearningRate.of(0.1));
        follow(matrix(), whole, rows("trajectories.csv", "adamw"));
    }

    private Parameters matrix() {
        start();
        return Parameters.builder().add("w", w, g).build();
    }

    private void start() {
        System.arraycopy(new double[] {-0.4, -0.2, 0.0, 0.2, 0.4, 0.6}, 0, w.data, 0, 6);
    }

    private Optimizer follow(Parameters parameters, GradientTransformation method, List<String[]> rows) {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
        Optimizer optimizer = new Optimizer(parameters, method);
        for (String[] row : rows) {
            setGradient(Integer.parseInt(row[1]));
            optimizer.step();
            assertThat(w.data).containsExactly(numbers(row), within(1e-12));
        }
        return optimizer;
    }

    private static List<String[]> rows(String table, String name) {
        return Reference.rows(table).stream().filter(row -> row[0].equals(name)).toList();
    }

    private static double[] numbers(String[] row) {
        return Arrays.stream(row).skip(2).mapToDouble(Double::parseDouble).toArray();
    }

    private void setGradient(int t) {
        for (int i = 0; i < 6; i++) {
            g.data[i] = Math.sin(1 + i + 2 * t) * (1 + 0.1 * t);
        }
    }
}
