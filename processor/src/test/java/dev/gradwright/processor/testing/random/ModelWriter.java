package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes differentiable classes that the program calls: functions, models, and models behind an interface. */
final class ModelWriter {

    private static final Var DOUBLE = Var.number("", Kind.DOUBLE);

    private static final List<Var> PARAMETERS = List.of(
            Var.number("u", Kind.DOUBLE),
            Var.reference("v", Kind.ARRAY, Group.READ),
            new Var("c", Kind.DOUBLE, Group.CONSTANT, 0, false, true, 0, Optional.empty()));

    private static final String HEAD = "double run(double u, double[] v, @Constant double c)";

    private final Dice dice;
    private final Declarations declarations;
    private final boolean hasFields;

    /** @param hasFields whether the program's class can keep models in fields */
    ModelWriter(Dice dice, Declarations declarations, boolean hasFields) {
        this.dice = dice;
        this.declarations = declarations;
        this.hasFields = hasFields;
    }

    void write() {
        if (!hasFields) {
            functions();
        } else if (dice.chance(0.5)) {
            model("Part", "", List.of());
            field("final Part part = new Part();", "part.run");
        } else {
            declarations.add(Node.line("interface Unit { @Differentiable " + HEAD + "; }"));
            model("First", " implements Unit", List.of());
            model("Second", " implements Unit", List.of("final Unit inner = new First();"));
            field("final Unit unit = new Second();", "unit.run");
            field("final Unit[] units = {unit, new First(), new Second()};", "units[0].run");
            declarations.add(helper("units[2].run", true));
        }
    }

    private void field(String text, String call) {
        declarations.add(Node.line(text));
        declarations.add(helper(call, true));
    }

    private static Helper helper(String call, boolean needsObject) {
        return new Helper(call, needsObject, Optional.of(DOUBLE), PARAMETERS);
    }

    /** A class of functions. */
    private void functions() {
        declarations.add(Node.block(
                "static final class Library {", List.of(run("@Differentiable static " + HEAD, List.of(), List.of()))));
        declarations.add(helper("Library.run", false));
    }

    private void model(String name, String implemented, List<String> fields) {
        List<Node> body = new ArrayList<>();
        fields.forEach(field -> body.add(Node.line(field)));
        body.add(Node.line("@Parameter final double[] factor = {0.4, -0.7, 1.2};"));
        body.add(Node.line("@Parameter final double[][] table = {{0.2, 0.5}, {-0.3, 0.8, 1.1}};"));
        List<Helper> helpers = fields.isEmpty() ? List.of() : List.of(helper("inner.run", true));
        body.add(run(
                "@Differentiable " + (implemented.isEmpty() ? "" : "public ") + HEAD,
                List.of(
                        Var.reference("factor", Kind.ARRAY, Group.READ).fixed(),
                        Var.reference("table", Kind.ROWS, Group.READ).fixed()),
                helpers));
        declarations.add(Node.block("static final class " + name + implemented + " {", body));
    }

    private Node run(String head, List<Var> fields, List<Helper> helpers) {
        List<Var> visible = new ArrayList<>(fields);
        visible.addAll(PARAMETERS);
        Context context = new Context(dice, declarations, helpers, false, visible);
        context.loops = 1;
        context.isRepeatable = true;
        return StatementWriter.method(context, head + " {", Optional.of(DOUBLE), dice.between(1, 5));
    }
}
