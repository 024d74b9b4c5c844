package dev.gradwright.monitor.measure;

/** The names of measurements. Those that end in a slash are followed by a parameter, a layer, a metric or a phase. */
public final class Tags {

    /** The loss of a batch on its data alone. */
    public static final String LOSS = "train/loss";

    /** An exponential average of it. */
    public static final String SMOOTHED_LOSS = "train/smoothed loss";

    /** The slope of a line through the losses of a window, times the length of the window, over their mean. */
    public static final String SLOPE = "loss/slope";

    /** The standard error of the slope, on the same scale. */
    public static final String SLOPE_ERROR = "loss/slope error";

    /** The standard deviation of the losses of a window around their line, over their mean. */
    public static final String JITTER = "loss/jitter";

    /** The statistic of Durbin and Watson of the losses of a window: 2 if they are independent, near 0 if neighbours are alike. */
    public static final String DURBIN_WATSON = "loss/durbin-watson";

    /** The penalty's share in the sum of loss and penalty. */
    public static final String PENALTY_SHARE = "loss/penalty share";

    /** The largest number of examples that a batch had. */
    public static final String BATCH_SIZE = "batch size";

    /** The learning rate. */
    public static final String LEARNING_RATE = "learning rate";

    /** The norm of an update over the norm of the weights. */
    public static final String RATIO = "ratio/";

    /** The logarithm to base 10 of the mean magnitude of an update over that of the weights. */
    public static final String LOG_RATIO = "log ratio/";

    /** The norm of the gradient of all parameters. */
    public static final String GRADIENT_NORM = "gradient norm";

    /** The norm of a gradient; its distribution. */
    public static final String GRADIENT = "gradient/";

    /** The root mean square of the gradient of some weights over the largest one of the model. */
    public static final String GRADIENT_SHARE = "gradient share/";

    /** The norm of weights; their distribution. */
    public static final String WEIGHT = "weight/";

    /** The distribution of updates. */
    public static final String UPDATE = "update/";

    /** The loss on the validation data. */
    public static final String VALIDATION_LOSS = "validation/loss";

    /** A metric on training data; {@link #LOSS} is of a batch. */
    public static final String TRAIN = "train/";

    /** A metric on validation data. */
    public static final String VALIDATION = "validation/";

    /** How much worse a metric is on validation data. */
    public static final String GAP = "gap/";

    /** The seconds that a phase has taken in an epoch. */
    public static final String TIME = "time/";

    /** The weights of units as pictures. */
    public static final String FILTERS = "filters/";

    /** How much like noise these pictures are: 0 for smooth ones, 1 for noise. */
    public static final String NOISE = "noise/";

    /** How the results of a layer are distributed. */
    public static final String ACTIVATION = "activation/";

    /** The mean of the results of a layer. */
    public static final String ACTIVATION_MEAN = "activation mean/";

    /** The standard deviation of the results of a layer. */
    public static final String ACTIVATION_SPREAD = "activation spread/";

    /** The fraction of the results of a layer that are near a border of its function's range. */
    public static final String SATURATION = "saturation/";

    /** The percentage of the units of a layer that have given 0 for all examples lately. */
    public static final String DEAD = "dead/";

    /** The results of a layer for one example as pictures. */
    public static final String FEATURE_MAPS = "feature maps/";

    private Tags() {}
}
