package dev.gradwright.optimize;

/**
 * The usual methods by their usual names, with their usual defaults. Each is a chain of links, which its documentation names; other options
 * are had by writing that chain with {@link Chain#of}. A learning rate is a number or a {@link Schedule}.
 */
public final class Optimizers {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private Optimizers() {}

    /** {@link Sgd#plain(double)}; PyTorch's example rate is 0.01. */
    public static GradientTransformation sgd(double learningRate) {
        return Sgd.plain(learningRate);
    }

    /** {@link Sgd#plain(Schedule)}. */
    public static GradientTransformation sgd(Schedule learningRate) {
        return Sgd.plain(learningRate);
    }

    /** {@link Sgd#momentum(double, double)}; usually 0.9. */
    public static GradientTransformation momentum(double learningRate, double momentum) {
        return Sgd.momentum(learningRate, momentum);
    }

    /** {@link Sgd#nesterov(double, double)}; usually 0.9. */
    public static GradientTransformation nesterov(double learningRate, double momentum) {
        return Sgd.nesterov(learningRate, momentum);
    }

    /** Adagrad with rate 0.01. */
    public static GradientTransformation adagrad() {
        return adagrad(0.01);
    }

    /** {@link ScaleByAdagrad}, then the rate. */
    public static GradientTransformation adagrad(double learningRate) {
        return adagrad(Schedule.constant(learningRate));
    }

    /** {@link ScaleByAdagrad}, then the rate. */
    public static GradientTransformation adagrad(Schedule learningRate) {
        return Chain.of(ScaleByAdagrad.withDefaults(), LearningRate.of(learningRate));
    }

    /** Adadelta with rate 1, rho 0.9 and epsilon 1e-6. */
    public static GradientTransformation adadelta() {
        return adadelta(Schedule.constant(1));
    }

    /** {@link ScaleByAdadelta} with rho 0.9 and epsilon 1e-6, then the rate. */
    public static GradientTransformation adadelta(Schedule learningRate) {
        return Chain.of(ScaleByAdadelta.of(0.9, 1e-6), LearningRate.of(learningRate));
    }

    /** RMSprop with rate 0.01. */
    public static GradientTransformation rmsProp() {
        return rmsProp(0.01);
    }

    /** {@link ScaleByRms}, then the rate. */
    public static GradientTransformation rmsProp(double learningRate) {
        return rmsProp(Schedule.constant(learningRate));
    }

    /** {@link ScaleByRms}, then the rate. */
    public static GradientTransformation rmsProp(Schedule learningRate) {
        return Chain.of(ScaleByRms.withDefaults(), LearningRate.of(learningRate));
    }

    /** {@link ScaleByRms}, centred, then heavy-ball {@link Momentum}, then the rate. */
    public static GradientTransformation rmsProp(Schedule learningRate, double momentum) {
        return Chain.of(
                ScaleByRms.withDefaults().centred(), Momentum.heavyBall(momentum), LearningRate.of(learningRate));
    }

    /** Adam with rate 0.001. */
    public static GradientTransformation adam() {
        return adam(0.001);
    }

    /** {@link ScaleByAdam}, then the rate. */
    public static GradientTransformation adam(double learningRate) {
        return adam(Schedule.constant(learningRate));
    }

    /** {@link ScaleByAdam}, then the rate. */
    public static GradientTransformation adam(Schedule learningRate) {
        return Chain.of(ScaleByAdam.withDefaults(), LearningRate.of(learningRate));
    }

    /** AdamW with rate 0.001 and decay 0.01. */
    public static GradientTransformation adamW() {
        return adamW(0.001, 0.01);
    }

    /** {@link ScaleByAdam}, then {@link WeightDecay}, then the rate. */
    public static GradientTransformation adamW(double learningRate, double decay) {
        return adamW(Schedule.constant(learningRate), decay);
    }

    /** {@link ScaleByAdam}, then {@link WeightDecay}, then the rate. */
    public static GradientTransformation adamW(Schedule learningRate, double decay) {
        return Chain.of(ScaleByAdam.withDefaults(), WeightDecay.of(decay), LearningRate.of(learningRate));
    }

    /** AMSGrad with a rate, usually 0.001: {@link ScaleByAdam#amsgrad}, then the rate. */
    public static GradientTransformation amsGrad(Schedule learningRate) {
        return Chain.of(ScaleByAdam.withDefaults().amsgrad(), LearningRate.of(learningRate));
    }

    /** Adamax with rate 0.002. */
    public static GradientTransformation adamax() {
        return adamax(Schedule.constant(0.002));
    }

    /** {@link ScaleByAdamax}, then the rate. */
    public static GradientTransformation adamax(Schedule learningRate) {
        return Chain.of(ScaleByAdamax.of(BETA1, BETA2, EPSILON), LearningRate.of(learningRate));
    }

    /** NAdam with rate 0.002. */
    public static GradientTransformation nAdam() {
        return nAdam(Schedule.constant(0.002));
    }

    /** {@link ScaleByNAdam}, then the rate. */
    public static GradientTransformation nAdam(Schedule learningRate) {
        return Chain.of(ScaleByNAdam.of(BETA1, BETA2, EPSILON, 0.004), LearningRate.of(learningRate));
    }

    /** RAdam with rate 0.001. */
    public static GradientTransformation rAdam() {
        return rAdam(Schedule.constant(0.001));
    }

    /** {@link ScaleByRAdam}, then the rate. */
    public static GradientTransformation rAdam(Schedule learningRate) {
        return Chain.of(ScaleByRAdam.of(BETA1, BETA2, EPSILON), LearningRate.of(learningRate));
    }

    /** Lion with rate 1e-4 and no decay. */
    public static GradientTransformation lion() {
        return lion(Schedule.constant(1e-4), 0);
    }

    /** {@link SignOfLion}, then {@link WeightDecay}, then the rate. */
    public static GradientTransformation lion(Schedule learningRate, double decay) {
        return Chain.of(SignOfLion.of(0.9, 0.99), WeightDecay.of(decay), LearningRate.of(learningRate));
    }

    /** {@link Rprop} with first step 0.01. */
    public static GradientTransformation rprop() {
        return Rprop.of(0.01);
    }

    /** {@link Asgd} with rate 0.01. */
    public static GradientTransformation asgd() {
        return Asgd.of(0.01);
    }

    /** LAMB with rate 0.001 and no decay. */
    public static GradientTransformation lamb() {
        return lamb(Schedule.constant(0.001), 0);
    }

    /** {@link ScaleByAdam} with epsilon 1e-6, then {@link WeightDecay}, then {@link TrustRatio}, then the rate. */
    public static GradientTransformation lamb(Schedule learningRate, double decay) {
        return Chain.of(
                ScaleByAdam.withDefaults().epsilon(1e-6),
                WeightDecay.of(decay),
                TrustRatio.perParameter(),
                LearningRate.of(learningRate));
    }

    /** {@link Adafactor} with rate 0.001. */
    public static GradientTransformation adafactor() {
        return Adafactor.of(Schedule.constant(0.001));
    }

    /** Muon with rate 0.02, momentum 0.95 and no decay, for matrices only. */
    public static GradientTransformation muon() {
        return muon(Schedule.constant(0.02), 0);
    }

    /** Nesterov {@link Momentum} 0.95, then {@link Orthogonal} by 5 steps, then {@link WeightDecay}, then the rate; for matrices only. */
    public static GradientTransformation muon(Schedule learningRate, double decay) {
        return Chain.of(
                Momentum.nesterov(0.95),
                Orthogonal.newtonSchulz(5),
                WeightDecay.of(decay),
                LearningRate.of(learningRate));
    }

    /** {@link Prodigy}. */
    public static GradientTransformation prodigy() {
        return Prodigy.withDefaults();
    }

    /** {@link ScheduleFree#sgd} with momentum 0.9 and no decay. */
    public static GradientTransformation scheduleFreeSgd(Schedule learningRate) {
        return ScheduleFree.sgd(learningRate, BETA1, 0);
    }

    /** {@link ScheduleFree#adamW} with Adam's defaults and no decay; the rate is usually 0.0025. */
    public static GradientTransformation scheduleFreeAdamW(Schedule learningRate) {
        return ScheduleFree.adamW(learningRate, BETA1, BETA2, EPSILON, 0);
    }

    /**
     * Sophia: {@link ScaleBySophia} with its defaults, then {@link WeightDecay}, then the rate.
     *
     * @param estimate estimates the diagonal of the Hessian, such as {@link CurvatureEstimate#hutchinson}
     * @param decay usually 0.2
     */
    public static GradientTransformation sophia(Schedule learningRate, CurvatureEstimate estimate, double decay) {
        return Chain.of(ScaleBySophia.with(estimate), WeightDecay.of(decay), LearningRate.of(learningRate));
    }
}
