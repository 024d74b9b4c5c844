package dev.gradwright.benchmarks.compile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.SimpleJavaFileObject;

/** The source of a differentiable class of 100 lines, made from its number so that every run compiles the same. */
final class GeneratedModel extends SimpleJavaFileObject {

    private static final int METHODS = 6;

    private static final String HEAD = """
            package generated;

            import dev.gradwright.Differentiable;
            import dev.gradwright.Parameter;
            import dev.gradwright.Shape;
            import org.ejml.data.DMatrixRMaj;
            import org.ejml.dense.row.CommonOps_DDRM;

            /** A model of several methods. */
            public final class NAME {
                @Parameter @Shape("inputs, outputs") final DMatrixRMaj weight;
                @Parameter @Shape("outputs") final double[] bias;
                @Parameter @Shape("3") final double[] rates;

                public NAME(int inputs, int outputs) {
                    weight = new DMatrixRMaj(inputs, outputs);
                    bias = new double[outputs];
                    rates = new double[] {0.1, 0.2, 0.3};
                }

                private static double sigmoid(double x) { return 1 / (1 + Math.exp(-x)); }
            """;

    private final String source;

    private GeneratedModel(String name, String source) {
        super(URI.create("string:///generated/" + name + ".java"), Kind.SOURCE);
        this.source = source;
    }

    /** A module of some classes. */
    static List<GeneratedModel> module(int classes) {
        List<GeneratedModel> module = new ArrayList<>();
        for (int number = 0; number < classes; number++) {
            String name = "Model" + number;
            module.add(new GeneratedModel(name, source(name, number)));
        }
        return module;
    }

    private static String source(String name, int number) {
        StringBuilder source = new StringBuilder(HEAD.replace("NAME", name));
        for (int i = 0; i < METHODS; i++) {
            String template = MethodTemplates.ALL.get((number + i) % MethodTemplates.ALL.size());
            String own = String.format(Locale.ROOT, "%.2f", 1 + 0.01 * number + 0.1 * i);
            source.append('\n')
                    .append(template.replace(MethodTemplates.NUMBER, own).indent(4));
        }
        return source.append("}\n").toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }
}
