package dev.gradwright.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.gradwright.processor.testing.Compiled;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be differentiated is refused once, at its line, with a code and a text that says what to do. */
class RefusalsTest {

    private static final String METHOD =
            "final class F {\n@Differentiable static double f(double x, double[] a, int n) {\n";

    private static Arguments body(String code, String text) {
        return Arguments.of(METHOD + code + "\n}}", 3, text);
    }

    private static Arguments body(String code, int line, String text) {
        return Arguments.of(METHOD + code + "\n}}", line, text);
    }

    private static final String FROM_TEXT =
            "[GW311] This reads a number from a text or object that was made of active values, so their derivative would be lost."
                    + " Compute with the values themselves.";

    static Stream<Arguments> refusals() {
        return Stream.of(
                body(
                        "long m = n; switch (m) { default: } return x;",
                        "[GW102] A switch on long cannot be differentiated. Switch on an int, a String or an enum, or use if and"
                                + " else."),
                body(
                        "try { x++; }\ncatch (RuntimeException e) { x--; } return x;",
                        4,
                        "[GW101] catch cannot be differentiated. Catch exceptions where the method is called, or test beforehand"
                                + " for what throws them."),
                body(
                        "try { x++; } finally {\nx *= 2; } return x;",
                        4,
                        "[GW309] This computes with active values in finally, which is not differentiated. Do it behind the try"
                                + " statement."),
                body(
                        "for (;;) { try { n++; }\nfinally { break; } } return x;",
                        4,
                        "[GW101] A jump out of finally cannot be differentiated. Let it come to its end."),
                body(
                        "@Constant double y = n;\ny = x * n; return y * x;",
                        3,
                        "[GW310] y is @Constant but depends on active values, so their derivative would be lost. Remove @Constant, or"
                                + " write Derivatives.stopGradient(...) where that is what is meant."),
                Arguments.of(
                        "final class F {\n@Differentiable(wrt = {\"x\", \"n\"}) static double f(double x, int n) { return x; }}",
                        2,
                        "[GW223] @Differentiable(wrt) names n, which is neither an argument of f that carries a derivative nor a"
                                + " @Parameter of its class."),
                Arguments.of(
                        "final class F {\n@Parameter final double[] w = {1};\n@Differentiable(wrt = \"x\") double f(double x) {"
                                + " return x * w[0]; }\n@Differentiable double g(double x) { return x * w[0]; }}",
                        2,
                        "[GW224] w is left out by wrt of one differentiable method, and not by another, but gradients of a class"
                                + " share its parameters. Name it in both, or in neither."),
                body(
                        "synchronized (a) { } return x;",
                        "[GW101] synchronized cannot be differentiated. Give each thread a gradient of its own."),
                body(
                        "record P(double p) { } return x;",
                        "[GW101] A local class cannot be differentiated. Declare it outside the method."),
                body(
                        "return x * Math.random();",
                        "[GW104] Math.random has no derivative. Math.random() cannot be repeated. Draw the number outside and"
                                + " pass it in."),
                body(
                        "Arrays.sort(a); return a[0];",
                        "[GW105] Arrays.sort has no derivative rule yet. Write it with operations that have one, or as a loop"
                                + " over the numbers."),
                body(
                        "DMatrixRMaj m = new DMatrixRMaj(2, 2); return x * CovarianceOps_DDRM.isValid(m);",
                        "[GW105] CovarianceOps_DDRM.isValid has no derivative rule yet. Write it with operations that have one, or"
                                + " as a loop over the entries."),
                body(
                        "DMatrixRMaj m = new DMatrixRMaj(2, 2); CommonOps_DDRM.rref(m, 1, m); return x;",
                        "[GW104] CommonOps_DDRM.rref has no derivative. Its steps depend on which entries are zero. Use solve."),
                body(
                        "var chol = org.ejml.dense.row.factory.DecompositionFactory_DDRM.chol(3, true); return x;",
                        "[GW104] DecompositionFactory_DDRM.chol has no derivative. Use dev.gradwright.linalg.Decompositions, whose"
                                + " functions have derivatives."),
                body(
                        "return new SimpleMatrix(2, 2).eig().getNumberOfEigenvalues();",
                        "[GW104] SimpleMatrix.eig has no derivative. Use dev.gradwright.linalg.Decompositions on getDDRM()."),
                body(
                        "return Double.sum(x, 1) * n;",
                        "[GW307] Double.sum is not differentiable, so the derivative of what it is given would be lost. Annotate"
                                + " it with @Differentiable, give it a rule with @RuleFor, or give it a value that depends on no active one."),
                body(
                        "double[] y = a.clone(); n += Objects.hash(y); return x * n;",
                        "[GW307] Objects.hash is not differentiable, so the derivative of what it is given would be lost."
                                + " Annotate it with @Differentiable, give it a rule with @RuleFor, or give it a value that depends on no active one."),
                body(
                        "List<Double> kept = new ArrayList<>(); kept.add(x * n); return kept.get(0);",
                        "[GW307] List.add is not differentiable, so the derivative of what it is given would be lost. Annotate"
                                + " it with @Differentiable, give it a rule with @RuleFor, or give it a value that depends on no active one."),
                Arguments.of(
                        "class Logger { double last; void log(double x) { last = x; } }\nfinal class F {\n"
                                + "@Differentiable static double f(double x, @Constant Logger log) {\nlog.log(x); return x; }}",
                        4,
                        "[GW307] Logger.log is not differentiable, so the derivative of what it is given would be lost. Annotate"
                                + " it with @Differentiable, give it a rule with @RuleFor, or give it a value that depends on no active one."),
                body("return Double.parseDouble(String.format(\"%f\", x));", FROM_TEXT),
                body("String s = \"\" + x * n; Double d = Double.valueOf(s); return d * 2;", FROM_TEXT),
                body(
                        "StringBuilder s = new StringBuilder(); s.append(x); return Double.parseDouble(s.toString());",
                        FROM_TEXT),
                body(
                        "List<String> all = new ArrayList<>(); all.add(Double.toString(x)); return Double.parseDouble(all.get(0));",
                        FROM_TEXT),
                body(
                        "String s = Arrays.toString(a), t = s; while (n-- > 0) t = t.substring(1); return x * Double.parseDouble(t);",
                        FROM_TEXT),
                body(
                        "Number kept = x * n; return kept.doubleValue();",
                        "[GW308] A number that depends on active values becomes an object here, so its derivative would be lost."
                                + " Keep it in a double."),
                body(
                        "Thread.sleep(n); return x;",
                        "[GW120] Thread.sleep may throw the checked exception java.lang.InterruptedException, which a"
                                + " differentiable method cannot. Call it before, and pass in what it gives."),
                body(
                        "var list = new ArrayList<>(); return x * list.size();",
                        "[GW121] The type of new ArrayList does not follow from its arguments here. Assign it to a variable that"
                                + " is declared with its type."),
                body(
                        "List<double[]> rows = List.of(new double[] {1}); rows.get(0)[0] = 2; return x * rows.get(0)[0];",
                        "[GW304] This writes into List.get, whose contents generated code takes for fixed. Copy it first."),
                body(
                        "if (n < 0) throw new Exception(\"no\"); return x;",
                        "[GW112] Exception is a checked exception, which a differentiable method cannot throw. Throw an unchecked"
                                + " one."),
                body(
                        "a = null; return x;",
                        "[GW116] null cannot be differentiated. Compare with it, but do not assign, pass or return it."),
                body("float y = 2; return x;", unsupportedType("float")),
                Arguments.of(
                        "final class F {\nrecord V(double a, String s) {}\n@Differentiable static double f(double x) { V[] v = new V[2]; return x; }}",
                        3,
                        unsupportedType("String[]")),
                Arguments.of(
                        "final class F {\nstatic final class C { double v;\nString s = \"a\"; C(double v) { this.v = v; } }\n@Differentiable static double f(double x) { C c = new C(x); return c.v; }}",
                        3,
                        unsupportedType("String")),
                Arguments.of(
                        "final class F {\nrecord V(double a, boolean b) {}\n@Differentiable static double f(V[] v) { return v[0].a; }}",
                        3,
                        unsupportedType("V[]")),
                Arguments.of(
                        "final class F {\nrecord V(double a) {}\n@Differentiable static double f(V[][] v) { return v[0][0].a; }}",
                        3,
                        unsupportedType("V[][]")),
                body(
                        "Object o = a; return x;",
                        "[GW113] double[] does not fit here, where Object is wanted. Its numbers would lose their derivatives;"
                                + " keep it in a variable of its own type."),
                Arguments.of(
                        "final class F {\nprivate enum Kind { A }\n@Differentiable static double f(double x) {\nKind k = Kind.A;"
                                + " return x * k.ordinal(); }}",
                        4,
                        "[GW114] Kind cannot be reached from generated code in package t. Make it accessible there."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double x, Double y) { return x * y; }}",
                        2,
                        "[GW222] y is a Double, through which no derivative flows. Use double, or mark it @Constant if that is"
                                + " what is meant."),
                body("double[][][][] c = new double[1][1][1][1]; return x;", unsupportedType("double[][][][]")),
                Arguments.of(
                        "final class F {\n@Parameter private final double[] w = {1};\n@Differentiable double f(double x) { return x"
                                + " * w[0]; }}",
                        2,
                        "[GW109] w is private, and the generated gradient must read it. Make it package-private (leave out"
                                + " private)."),
                Arguments.of(
                        "final class F {\nprivate final double scale = Math.sqrt(2);\n@Differentiable double f(double x) {\nreturn x"
                                + " * scale; }}",
                        4,
                        "[GW109] scale is private, and the generated gradient must read it. Make it package-private (leave out"
                                + " private)."),
                Arguments.of(
                        "final class F {\ndouble scale = 2;\n@Differentiable double f(double x) {\nreturn x * scale; }}",
                        4,
                        "[GW110] scale is not final, so it could change between forward and backward. Make it final, or pass the"
                                + " value as an argument."),
                Arguments.of(
                        "final class F {\ndouble total;\n@Differentiable double f(double x) {\ntotal = x; return x; }}",
                        4,
                        "[GW111] total is a field and cannot be assigned here. Use a local variable, or write into an array."),
                Arguments.of(
                        "class F {\n@Parameter final double[] w = {1};\n@Differentiable double f(double x) { return x * w[0]; }}",
                        3,
                        "[GW201] f can be overridden in a subclass of F, and then the gradient would be another function's. Make"
                                + " the class or the method final."),
                Arguments.of(
                        "class F {\n@Differentiable final double f(double x) { return g(x); }\ndouble g(double x) { return x; }}",
                        3,
                        "[GW201] g can be overridden in a subclass of F, and then the gradient would be another function's. Make"
                                + " the class or the method final."),
                Arguments.of(
                        "@Differentiable final class F {\n}",
                        1,
                        "[GW203] F has no method to differentiate. Name it forward, or put @Differentiable on the method instead"
                                + " of the class."),
                Arguments.of(
                        "final class F {\n@Differentiable static int f(double x) { return 1; }}",
                        2,
                        "[GW204] f returns int, which carries no derivative. Return double, DMatrixRMaj or an array of either."),
                Arguments.of(
                        "final class F {\n@Parameter final double w = 1;\n@Differentiable double f(double x) { return x; }}",
                        2,
                        "[GW207] w is a double, which cannot be a @Parameter. Use DMatrixRMaj, double[] or an array of either."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nstep(u, 0); return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        3,
                        "[GW154] step is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do not change, with arguments that are variables, fields, numbers or arithmetic on these."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < n; t++) { step(u, t); u[0]++; } return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        3,
                        "[GW154] step is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do not change, with arguments that are variables, fields, numbers or arithmetic on these."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = n; t > 0; t--) step(u, t); return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        3,
                        "[GW154] step is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do not change, with arguments that are variables, fields, numbers or arithmetic on these."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < u[1]; t++) step(u, t); return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        3,
                        "[GW154] step is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do not change, with arguments that are variables, fields, numbers or arithmetic on these."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < n; t++) step(u, (int) u[t]); return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        3,
                        "[GW154] step is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do not change, with arguments that are variables, fields, numbers or arithmetic on these."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < n; t++) step(u, t); return u[0]; }\n@Checkpoint(slots = 0) private static void step(double[] u, int t) { u[0] *= u[0]; } }",
                        4,
                        "[GW153] @Checkpoint of step has no slots. It needs at least 1, for the first state."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < n; t++) step(u, t); return u[0]; }\n@Checkpoint(slots = 2) private static double step(double[] u, int t) { return u[0] *= u[0]; } }",
                        4,
                        "[GW152] step is marked @Checkpoint, so it returns nothing and is not differentiable itself: it advances arrays, matrices or fields by a step. Keep numbers that it advances in an array."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) {\nfor (int t = 0; t < n; t++) step(u, t); return u[0]; }\n@Checkpoint(slots = 2) private static void step(double[] u, int t) {\nu[0] *= G.g(u[0]); } static final class G { @Differentiable static double g(double x) { return x; } } }",
                        5,
                        "[GW155] This cannot be done again, as the checkpointed step step is. Move it out of the step: calls of other models, calls with effects, draws, and arrays put into arrays."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double[] u, int n) { double[][] a = {u.clone(), u};\nfor (int t = 0; t < n; t++) step(a, t); return a[0][0]; }\n@Checkpoint(slots = 2) private static void step(double[][] a, int t) { helper(a); } private static void helper(double[][] a) {\na[0] = a[1]; } }",
                        5,
                        "[GW155] This cannot be done again, as the checkpointed step step is. Move it out of the step: calls of other models, calls with effects, draws, and arrays put into arrays."),
                Arguments.of(
                        "final class F {\nstatic final class G { @Differentiable static double g(double x) { return x; } }\n"
                                + "@Differentiable(secondOrder = true) static double f(double x) {\nreturn G.g(x); }}",
                        4,
                        "[GW150] G.g has no second derivatives, which F asks for. Mark it @Differentiable(secondOrder = true) as"
                                + " well."),
                Arguments.of(
                        "final class F {\nstatic final class G { @Differentiable(seeds = 3) static double g(double x) { return x; } }\n"
                                + "@Differentiable(seeds = 2) static double f(double x) {\nreturn G.g(x); }}",
                        4,
                        "[GW160] A sweep of G.g does not carry the seeds that one of F does. Mark it @Differentiable(seeds = 2) as"
                                + " well."),
                Arguments.of(
                        "final class F {\nstatic class G { @Differentiable final double g(double x) { return x; } }\n"
                                + "static final class H extends G {\n@Differentiable(seeds = 2) double f(double x) { return g(x); } }}",
                        4,
                        "[GW160] A sweep of G.g does not carry the seeds that one of H does. Mark it @Differentiable(seeds = 2) as"
                                + " well."),
                Arguments.of(
                        "final class F {\nstatic final class G { @Differentiable double g(double x) { return x; } }\nstatic final class H {\n"
                                + "final G inner = new G(); @Differentiable(seeds = 2) double f(double x) { return x; } }}",
                        3,
                        "[GW160] A sweep of G does not carry the seeds that one of H does. Mark it @Differentiable(seeds = 2) as"
                                + " well."),
                Arguments.of(
                        "final class F {\n@Differentiable(seeds = 0) static double f(double x) {\nreturn x; }}",
                        2,
                        "[GW161] A sweep carries 1 to 64 seeds, and this asks for 0. For more seeds, sweep one record several times."),
                Arguments.of(
                        "final class F {\n@Differentiable(seeds = 1000000) static double f(double x) {\nreturn x; }}",
                        2,
                        "[GW161] A sweep carries 1 to 64 seeds, and this asks for 1000000. For more seeds, sweep one record several"
                                + " times."),
                Arguments.of(
                        "final class F {\ninterface Layer { @Differentiable(seeds = 2) double apply(double x); }\nstatic"
                                + " final class G implements Layer { @Differentiable public double apply(double x) { return x; } } }",
                        3,
                        "[GW227] Sweeps of G and Layer carry different numbers of seeds. Write the same number in"
                                + " @Differentiable(seeds = ...) on both."),
                Arguments.of(
                        "final class F {\n@Differentiable(secondOrder = true) static double f(double x) {\nreturn s(x); }\n"
                                + "@PartialDerivatives(\"d\") static double s(double x) { return x; }\nstatic double d(double x) { return"
                                + " 1; }}",
                        3,
                        "[GW151] The derivatives of s are given by hand, and second derivatives need those of d too. Give them"
                                + " with @PartialDerivatives on it."),
                Arguments.of(
                        "final class F {\n@Parameter final double[] w = {1};\nfinal double[] wProduct = {1};\n"
                                + "@Differentiable(secondOrder = true) double f(double x) { return x * w[0]; }}",
                        3,
                        "[GW215] wProduct clashes with a name that the generated class uses itself. Choose another name."),
                Arguments.of(
                        "final class F {\n@Parameter final double[] w = {1};\n@Differentiable double f(double x) {\ndouble[] v ="
                                + " w;\nv[0] = x; return v[0]; }}",
                        5,
                        "[GW301] This writes into the parameter w. Copy it first: forward must leave parameters as they are."),
                Arguments.of(
                        "final class F {\nstatic final double[] TABLE = {1};\n@Differentiable static double f(double x)"
                                + " {\nTABLE[0] = x; return TABLE[0]; }}",
                        4,
                        "[GW304] This writes into TABLE, whose contents generated code takes for fixed. Copy it first."),
                Arguments.of(
                        "import org.ejml.data.*;\nfinal class F {\nfinal DMatrix2 u = new DMatrix2();\n@Differentiable double f(DMatrix2 v) {"
                                + "\norg.ejml.dense.fixed.CommonOps_DDF2.addEquals(u, v); return u.a1; }}",
                        5,
                        "[GW304] This writes into u, whose contents generated code takes for fixed. Copy it first."),
                Arguments.of(
                        "import org.ejml.data.*;\nfinal class F {\n@Differentiable static double f(DMatrix2 v) {\n"
                                + "org.ejml.dense.fixed.CommonOps_DDF2.add(v, v, null); return v.a1; }}",
                        4,
                        "[GW116] null cannot be differentiated. Compare with it, but do not assign, pass or return it."),
                Arguments.of(
                        "import org.ejml.data.*;\nfinal class F {\n@Differentiable static double f(DMatrix2 v) {\nDMatrix2 w = v; w.a1 = 2;"
                                + " return v.a1; }}",
                        4,
                        "[GW304] This writes into v, whose contents generated code takes for fixed. Copy it first."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(double x) {\nreturn g(x, x); }\nprivate static double"
                                + " g(double x, @Constant double c) { return x * c; }}",
                        3,
                        "[GW305] What is passed as c depends on active values, but the parameter is @Constant, so its derivative"
                                + " would be lost. Remove @Constant there, or pass a value that depends on none."),
                Arguments.of(
                        "final class F {\nfinal double[][] seen = new double[1][];\n@Differentiable double f(double[] x)"
                                + " {\nseen[0] = x.clone(); return seen[0][0]; }}",
                        4,
                        "[GW306] This puts an array or matrix into seen, which outlives the call, while gradients reuse the memory"
                                + " of what forward makes. Copy the numbers instead, say with System.arraycopy."),
                Arguments.of(
                        "@Differentiable enum F {\nA; double forward(double x) { return x; } }",
                        1,
                        "[GW216] F is no class or interface. @Differentiable is for these and their methods."),
                Arguments.of(
                        "@Differentiable interface F {\ndefault double forward(double x) { return x; } }",
                        2,
                        "[GW218] forward has a body in an interface, where gradients only meet. Leave it abstract and implement it"
                                + " in the classes."),
                Arguments.of(
                        "final class F {\ninterface Layer { @Differentiable double apply(double x); }\nstatic final class G"
                                + " implements Layer { @Differentiable double other(double x) { return x; }\npublic double"
                                + " apply(double x) { return x; } } }",
                        4,
                        "[GW219] apply is differentiable in Layer, so it must be here, in the class itself. Declare it here and"
                                + " annotate it (or the class) with @Differentiable."),
                Arguments.of(
                        "final class F {\ninterface Layer { @Differentiable double apply(@Constant double x); }\nstatic final class"
                                + " G implements Layer {\n@Differentiable public double apply(double y) { return y; } } }",
                        4,
                        "[GW220] y differs from what it is in Layer, so their gradients would differ. Declare it as there:"
                                + " @Constant x."),
                Arguments.of(
                        "final class F {\ninterface Layer { @Differentiable(secondOrder = true) double apply(double x); }\nstatic"
                                + " final class G implements Layer { @Differentiable public double apply(double x) { return x; } } }",
                        3,
                        "[GW221] Of G and Layer one asks for second derivatives and the other does not. Write"
                                + " @Differentiable(secondOrder = true) on both or on neither."),
                Arguments.of(
                        "final class F {\n@Differentiable static double f(F.Point p) { return p.norm(); }\nrecord Point(double x, double"
                                + " y) { Point { x = Math.abs(x); } double norm() { return x * y; } } }",
                        2,
                        "[GW225] Point cannot be an argument or result here, because callers could see its objects change or its"
                                + " constructor would be run a second time. Use a record whose constructor keeps its arguments as"
                                + " they are."),
                body(
                        "return DoubleStream.iterate(1, v -> v + 1).limit(n).sum() * x;",
                        "[GW127] DoubleStream.iterate is given a lambda, but only static methods whose source is compiled along are"
                                + " read for one. Write what it does as a loop here, or as a static method that takes the"
                                + " function."),
                body(
                        "DoubleUnaryOperator g = v -> v * x; g = v -> v; return g.applyAsDouble(x);",
                        "[GW128] A lambda cannot become the value of this DoubleUnaryOperator. Declare a variable of its own for each"
                                + " lambda, and give it no other."),
                Arguments.of(
                        "final class F {\nrecord Point(double x, double y) {}\n@Differentiable static double f(Point p, double pX) {"
                                + " return p.x * pX; } }",
                        3,
                        "[GW215] pX clashes with a name that the generated class uses itself. Choose another name."));
    }

    @Test
    void aRecordOfAnotherFileIsRefusedWhereItsCodeWouldBeRead() {
        Compilation compilation = Compiled.compile(
                METHOD + "return new Vec(x, x).twice(); }}",
                "record Vec(double x, double y) { double twice() { return x + y; } }");
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .isEqualTo(
                        "[GW124] Vec.twice is not read, because Vec is declared in another file. Nest the record in this class, or"
                                + " write out here what is computed from its components.");
    }

    private static String unsupportedType(String type) {
        return "[GW103] The type " + type
                + " is not supported here. Use double, int, long, boolean, DMatrixRMaj or arrays of these up to"
                + " double[][][]; give other things to the constructor and keep what forward needs of them in a final field of"
                + " such a type.";
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isOneErrorAtItsLine(String source, int line, String text) {
        Compilation compilation = Compiled.compile(source);
        List<Diagnostic<? extends JavaFileObject>> errors = compilation.errors();
        assertThat(errors).as("%s", errors).hasSize(1);
        assertThat(errors.get(0).getMessage(Locale.ROOT)).isEqualTo(text);
        assertThat(errors.get(0).getLineNumber()).isEqualTo(Compiled.headerLines() + line);
    }

    @Test
    void everyCauseInAMethodIsNamedAndNoConsequence() {
        Compilation compilation = Compiled.compile(METHOD
                + "Object o = a;\nfloat p = 2;\ndouble y = Math.random();\ny += x;\nfor (int i = 0; i < n; i++) { synchronized (a) { } }\n"
                + "return y; }}");
        assertThat(compilation.errors().stream().map(error -> error.getLineNumber() - Compiled.headerLines()))
                .containsExactly(3L, 4L, 5L, 7L);
    }

    @Test
    void callersOfARefusedClassStillCompile() {
        Compilation compilation = Compiled.compile(
                METHOD + "return x * Math.random(); }}",
                "final class User { double use() { return FGradient.create().f(2, new double[0], 1); } }");
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).startsWith("[GW104]");
    }

    @Test
    void anErrorInOneClassDoesNotHideThoseOfAnother() {
        Compilation compilation = Compiled.compile(
                METHOD + "return x * Math.random(); }}",
                "final class G { @Differentiable static double g(double x) { return x * Math.random(); } }");
        assertThat(compilation.errors()).hasSize(2);
    }
}
