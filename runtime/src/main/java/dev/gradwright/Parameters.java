package dev.gradwright;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The parameters of a model by name, with their gradients. A parameter that a model holds in two places is listed once, under the
 * first name; so is a row that arrays of arrays share.
 */
public final class Parameters implements Iterable<NamedParameter> {

    private final List<NamedParameter> list;
    private final Map<String, Gradient> models;
    private final int size;

    private Parameters(List<NamedParameter> list, Map<String, Gradient> models) {
        this.list = List.copyOf(list);
        this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        this.size = list.stream().mapToInt(NamedParameter::size).sum();
    }

    /** Collects parameters; generated code does. */
    public static Builder builder() {
        return new Builder();
    }

    /** The parameters in the order of the model's fields. */
    public List<NamedParameter> list() {
        return list;
    }

    /**
     * The gradients of the models inside the model, by the path of field names that leads to each: {@code hidden}, {@code blocks[1].hidden}. A model
     * without parameters is among them. Lists that do not come from a gradient, and {@link #matching} ones, have none.
     */
    public Map<String, Gradient> models() {
        return models;
    }

    /** How many numbers there are in all. */
    public int size() {
        return size;
    }

    /**
     * A parameter by its name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public NamedParameter get(String name) {
        for (NamedParameter parameter : list) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("no parameter is named " + name + "; there are "
                + list.stream().map(NamedParameter::name).toList());
    }

    /** Some of the parameters, chosen by name, in the same order; there may be none. */
    public Parameters matching(Predicate<String> name) {
        return new Parameters(
                list.stream().filter(parameter -> name.test(parameter.name())).toList(), Map.of());
    }

    /**
     * Makes sure that every parameter still lies where it lay when it was listed. Allocates nothing.
     *
     * @throws IllegalStateException if a matrix has been reshaped or a row replaced; changes to the parameter listed here would not
     *     reach the model
     */
    public void requireUnchanged() {
        for (int i = 0; i < list.size(); i++) {
            list.get(i).requireUnchanged();
        }
    }

    /** Sets all gradients to zero. */
    public void zeroGradients() {
        for (int i = 0; i < list.size(); i++) {
            NamedParameter parameter = list.get(i);
            for (int s = 0; s < parameter.segments(); s++) {
                Arrays.fill(parameter.gradient(s), 0, parameter.length(s), 0.0);
            }
        }
    }

    /**
     * Copies all values, one parameter after the other.
     *
     * @param target an array of {@link #size()} numbers
     */
    public void copyValuesTo(double[] target) {
        requireSize(target);
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            NamedParameter parameter = list.get(i);
            for (int s = 0; s < parameter.segments(); s++) {
                System.arraycopy(parameter.value(s), 0, target, at, parameter.length(s));
                at += parameter.length(s);
            }
        }
    }

    /**
     * Copies all gradients, one parameter after the other.
     *
     * @param target an array of {@link #size()} numbers
     */
    public void copyGradientsTo(double[] target) {
        requireSize(target);
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            NamedParameter parameter = list.get(i);
            for (int s = 0; s < parameter.segments(); s++) {
                System.arraycopy(parameter.gradient(s), 0, target, at, parameter.length(s));
                at += parameter.length(s);
            }
        }
    }

    /**
     * Sets all gradients, or where this is a list of directions all directions, from a flat array in the order of {@link
     * #copyGradientsTo}.
     *
     * @param gradients an array of {@link #size()} numbers
     */
    public void setGradients(double[] gradients) {
        requireSize(gradients);
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            NamedParameter parameter = list.get(i);
            for (int s = 0; s < parameter.segments(); s++) {
                System.arraycopy(gradients, at, parameter.gradient(s), 0, parameter.length(s));
                at += parameter.length(s);
            }
        }
    }

    /**
     * Gives the model the values of a flat array, as {@link #copyValuesTo} has written it.
     *
     * @param values an array of {@link #size()} numbers
     */
    public void setValues(double[] values) {
        requireSize(values);
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            NamedParameter parameter = list.get(i);
            for (int s = 0; s < parameter.segments(); s++) {
                System.arraycopy(values, at, parameter.value(s), 0, parameter.length(s));
                at += parameter.length(s);
            }
        }
    }

    @Override
    public Iterator<NamedParameter> iterator() {
        return list.iterator();
    }

    @Override
    public String toString() {
        return list.toString();
    }

    private void requireSize(double[] flat) {
        if (flat.length != size) {
            throw new IllegalArgumentException(
                    "a flat array of these parameters has " + size + " numbers, not " + flat.length);
        }
    }

    /** Collects parameters by name. */
    public static final class Builder {

        private final List<NamedParameter> list = new ArrayList<>();
        private final Map<String, Gradient> models = new LinkedHashMap<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private Builder() {}

        /** Adds a matrix. */
        public Builder add(String name, DMatrixRMaj value, DMatrixRMaj gradient) {
            return add(new NamedParameter(
                    name,
                    ArrayShape.of(value),
                    new double[][] {value.data},
                    new double[][] {gradient.data},
                    new int[] {value.getNumElements()},
                    new MatrixHome(value, gradient)));
        }

        /** Adds an array. */
        public Builder add(String name, double[] value, double[] gradient) {
            return add(new NamedParameter(
                    name,
                    String.valueOf(value.length),
                    new double[][] {value},
                    new double[][] {gradient},
                    new int[] {value.length},
                    NamedParameter.Home.FIXED));
        }

        /** Adds an array of arrays as one parameter, or an array of matrices as one each: {@code weights[0]}. */
        public Builder add(String name, Object[] value, Object[] gradient) {
            if (value instanceof DMatrixRMaj[] matrices) {
                for (int i = 0; i < matrices.length; i++) {
                    add(name + "[" + i + "]", matrices[i], (DMatrixRMaj) gradient[i]);
                }
                return this;
            }
            double[][] values = rows(value);
            int[] lengths = Arrays.stream(values).mapToInt(row -> row.length).toArray();
            return add(new NamedParameter(
                    name, ArrayShape.of(value), values, rows(gradient), lengths, new TableHome(value, gradient)));
        }

        private static double[][] rows(Object[] array) {
            return array instanceof double[][] rows
                    ? rows.clone()
                    : Arrays.stream(array)
                            .flatMap(inner -> Arrays.stream(rows((Object[]) inner)))
                            .toArray(double[][]::new);
        }

        /** Adds the parameters of a model inside the model, with its field's name before theirs. */
        public Builder addAll(String prefix, Gradient gradient) {
            models.put(prefix, gradient);
            gradient.parameters().models().forEach((name, inner) -> models.put(prefix + "." + name, inner));
            return addAll(prefix, gradient.parameters());
        }

        /** Adds the parameters of an array of models. */
        public Builder addAll(String prefix, Gradient[] gradients) {
            for (int i = 0; i < gradients.length; i++) {
                addAll(prefix + "[" + i + "]", gradients[i]);
            }
            return this;
        }

        /** Adds the parameters of a model inside the model, with their directions. */
        public Builder addAll(String prefix, Tangent tangent) {
            return addAll(prefix, tangent.parameters());
        }

        /** Adds the parameters of an array of models, with their directions. */
        public Builder addAll(String prefix, Tangent[] tangents) {
            for (int i = 0; i < tangents.length; i++) {
                addAll(prefix + "[" + i + "]", tangents[i]);
            }
            return this;
        }

        /** Adds the parameters of a model inside the model, with the directions in which they move. */
        public Builder addDirections(String prefix, Hessian hessian) {
            return addAll(prefix, hessian.directions());
        }

        /** Adds the parameters of an array of models, with the directions in which they move. */
        public Builder addDirections(String prefix, Hessian[] hessians) {
            for (int i = 0; i < hessians.length; i++) {
                addDirections(prefix + "[" + i + "]", hessians[i]);
            }
            return this;
        }

        /** Adds the parameters of a model inside the model, with their parts of the product. */
        public Builder addProducts(String prefix, Hessian hessian) {
            return addAll(prefix, hessian.products());
        }

        /** Adds the parameters of an array of models, with their parts of the product. */
        public Builder addProducts(String prefix, Hessian[] hessians) {
            for (int i = 0; i < hessians.length; i++) {
                addProducts(prefix + "[" + i + "]", hessians[i]);
            }
            return this;
        }

        /** Adds the parameters of a model inside the model, with their gradients for a seed. */
        public Builder addAll(String prefix, JacobianRows rows, int seed) {
            return addAll(prefix, rows.parameters(seed));
        }

        /** Adds the parameters of an array of models, with their gradients for a seed. */
        public Builder addAll(String prefix, JacobianRows[] rows, int seed) {
            for (int i = 0; i < rows.length; i++) {
                addAll(prefix + "[" + i + "]", rows[i], seed);
            }
            return this;
        }

        /** Adds the parameters of a model inside the model, with one of their directions. */
        public Builder addAll(String prefix, JacobianColumns columns, int direction) {
            return addAll(prefix, columns.parameters(direction));
        }

        /** Adds the parameters of an array of models, with one of their directions. */
        public Builder addAll(String prefix, JacobianColumns[] columns, int direction) {
            for (int i = 0; i < columns.length; i++) {
                addAll(prefix + "[" + i + "]", columns[i], direction);
            }
            return this;
        }

        /** The parameters collected so far. */
        public Parameters build() {
            return new Parameters(list, models);
        }

        private Builder addAll(String prefix, Parameters parameters) {
            for (NamedParameter p : parameters) {
                add(p.inside(prefix));
            }
            return this;
        }

        private Builder add(NamedParameter parameter) {
            int[] fresh = IntStream.range(0, parameter.segments())
                    .filter(s -> seen.add(parameter.value(s)))
                    .toArray();
            if (fresh.length == parameter.segments()) {
                list.add(parameter);
            } else if (fresh.length > 0) {
                list.add(parameter.only(fresh));
            }
            return this;
        }
    }
}
