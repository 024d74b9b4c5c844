package dev.gradwright.benchmarks.network;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;

/**
 * The network in DJL, with the same weights, trained as DJL's manual says: a model, a trainer, a collector of gradients. Only the
 * parameters are updated without the trainer, which can only do it for 32-bit numbers.
 */
final class DjlNetwork implements AutoCloseable {

    private final Model model;
    private final Trainer trainer;
    private final Optimizer optimizer;
    private final List<Parameter> parameters;
    private final NDArray x;
    private final NDArray labels;

    DjlNetwork(NetworkSize size, double rate) {
        Network network = size.network();
        SequentialBlock block = new SequentialBlock();
        for (int k = 0; k < network.layers.length; k++) {
            if (k > 0) {
                block.add(Activation::relu);
            }
            block.add(Linear.builder().setUnits(size.widths[k + 1]).build());
        }
        model = Model.newInstance("network", "PyTorch");
        model.setDataType(DataType.FLOAT64);
        model.setBlock(block);
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()));
        trainer.initialize(new Shape(size.batch, size.inputs()));
        optimizer = Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) rate))
                .build();
        parameters = block.getParameters().values();
        copyWeights(network, block);
        NDManager manager = model.getNDManager();
        x = manager.create(size.examples().data, new Shape(size.batch, size.inputs()));
        labels = manager.create(size.labels());
    }

    private static void copyWeights(Network network, SequentialBlock block) {
        int k = 0;
        for (Block child : block.getChildren().values()) {
            if (child instanceof Linear linear) {
                Affine layer = network.layers[k++];
                NDArray weight = linear.getParameters().get("weight").getArray();
                try (NDManager manager = weight.getManager().newSubManager()) {
                    NDArray byInputs = manager.create(
                            layer.weight.data, new Shape(layer.weight.numRows, layer.weight.numCols));
                    byInputs.transpose().copyTo(weight);
                    manager.create(layer.bias)
                            .copyTo(linear.getParameters().get("bias").getArray());
                }
            }
        }
    }

    /** Takes a step; the loss stays where DJL keeps it, as reading it would wait for it. */
    void step() {
        gradient();
        for (Parameter parameter : parameters) {
            NDArray array = parameter.getArray();
            try (NDArray bar = array.getGradient()) {
                optimizer.update(parameter.getId(), array, bar);
            }
        }
    }

    /** The loss. */
    double value() {
        try (NDManager batch = model.getNDManager().newSubManager()) {
            return loss(batch).getDouble();
        }
    }

    private void gradient() {
        try (NDManager batch = model.getNDManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            collector.backward(loss(batch));
        }
    }

    private NDArray loss(NDManager batch) {
        NDArray input = x.duplicate();
        input.attach(batch);
        NDList scores = trainer.forward(new NDList(input));
        return trainer.getLoss().evaluate(new NDList(labels), scores);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
