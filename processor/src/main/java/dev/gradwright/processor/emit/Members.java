package dev.gradwright.processor.emit;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.DerivativeField.Which;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.ArrayTypeName;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.FieldSpec;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * The fields and factories that gradient and tangent classes have in common: a derivative has the shape of its model, with a
 * field beside each parameter and each differentiable object of the model.
 */
final class Members {

    private final Derived derived;
    private final String suffix;
    private final ClassName self;

    Members(Derived derived, String suffix) {
        this.derived = derived;
        this.suffix = suffix;
        this.self = Names.of(derived.unit().name().generated(suffix));
    }

    ClassName self() {
        return self;
    }

    /** The user's class in messages: {@code Outer.Inner}. */
    String modelName() {
        return String.join(".", derived.unit().name().simpleNames());
    }

    /** Says which interfaces the class implements because its model implements differentiable ones. */
    void addContracts(TypeSpec.Builder type) {
        derived.unit().contracts().forEach(contract -> type.addSuperinterface(generated(contract)));
    }

    void addFields(TypeSpec.Builder type, String what) {
        Unit unit = derived.unit();
        if (unit.hasModel()) {
            type.addField(Names.of(unit.name()), "model", Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addField(Names.TAPE, "tape", Modifier.PRIVATE, Modifier.FINAL);
        for (Field field : unit.fields()) {
            if (field.role() == Field.Role.STATE) {
                if (isActiveState(field)) {
                    type.addField(besides(field), field.name(), Modifier.PRIVATE, Modifier.FINAL);
                }
            } else {
                type.addField(FieldSpec.builder(besides(field), field.name(), Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc("$L {@code $L}.\n", what, field.name())
                        .build());
            }
            if (isSecondOrder()) {
                addTangents(type, field);
            }
        }
        for (ClassRef owner : staticOwners()) {
            type.addField(generated(owner), Protocol.statics(owner), Modifier.PRIVATE, Modifier.FINAL);
        }
    }

    private void addTangents(TypeSpec.Builder type, Field field) {
        boolean isParameter = field.role() == Field.Role.PARAMETER;
        if (isParameter || field.role() == Field.Role.STATE && isActiveState(field)) {
            Modifier access = isParameter ? Modifier.PUBLIC : Modifier.PRIVATE;
            TypeName fieldType = typeOf(field.type());
            FieldSpec.Builder direction =
                    FieldSpec.builder(fieldType, field.name() + Which.DIRECTION.suffix(), access, Modifier.FINAL);
            FieldSpec.Builder product =
                    FieldSpec.builder(fieldType, field.name() + Which.PRODUCT.suffix(), access, Modifier.FINAL);
            if (isParameter) {
                direction.addJavadoc("The direction in which {@code $L} moves.\n", field.name());
                product.addJavadoc(
                        "The part of the product of the Hessian and the direction that belongs to {@code $L}.\n",
                        field.name());
            }
            type.addField(direction.build()).addField(product.build());
        }
    }

    boolean isGradient() {
        return suffix.equals(Protocol.GRADIENT);
    }

    boolean isSecondOrder() {
        return suffix.equals(Protocol.HESSIAN);
    }

    /** Whether there is a derivative for each of several seeds. */
    private boolean hasLanes() {
        return suffix.equals(Protocol.JACOBIAN_ROWS) || suffix.equals(Protocol.JACOBIAN_COLUMNS);
    }

    /** The type of what stands beside a field of the model: for several seeds there are several derivatives, and one object of a model's. */
    private TypeName besides(Field field) {
        TypeName single = typeOf(field.type());
        return hasLanes() && Type.isNumeric(field.type()) ? ArrayTypeName.of(single) : single;
    }

    /** The statements of the constructor that fill the fields. */
    CodeBlock initializers() {
        CodeBlock.Builder code = CodeBlock.builder();
        Unit unit = derived.unit();
        if (unit.hasModel()) {
            code.addStatement("this.model = model");
        }
        code.addStatement("this.tape = tape");
        for (Field field : unit.fields()) {
            switch (field.role()) {
                case PARAMETER -> derivatives(code, field, "parameter");
                case SUBMODEL -> submodel(code, field);
                case SUPERMODEL ->
                    code.addStatement("this.$1L = $2T.of(model, tape)", field.name(), typeOf(field.type()));
                case STATE -> {
                    if (isActiveState(field)) {
                        derivatives(code, field, "state");
                    }
                }
            }
        }
        for (ClassRef owner : staticOwners()) {
            code.addStatement("this.$L = $T.of(tape)", Protocol.statics(owner), generated(owner));
        }
        return code.build();
    }

    /** Asks the tape for what stands beside a field that is a parameter or a state. */
    private void derivatives(CodeBlock.Builder code, Field field, String role) {
        String name = modelName() + "." + field.name();
        if (hasLanes()) {
            int seeds = derived.unit().seeds();
            code.addStatement("this.$1L = tape.lanes().$3L($2S, model.$1L, $4L)", field.name(), name, role, seeds);
            return;
        }
        code.addStatement("this.$1L = tape.shadows().$3L($2S, model.$1L)", field.name(), name, role);
        if (isSecondOrder()) {
            String direction = Which.DIRECTION.suffix();
            String product = Which.PRODUCT.suffix();
            code.addStatement("this.$1L$4L = tape.tangents().$3L($2S, model.$1L)", field.name(), name, role, direction);
            code.addStatement("this.$1L$4L = tape.tangents().$3L($2S, this.$1L)", field.name(), name, role, product);
        }
    }

    /** {@code of(model)} and {@code of(model, tape)}; for a class with static methods only, {@code create()} and {@code of(tape)}. */
    List<MethodSpec> factories(String what) {
        List<MethodSpec> factories = new ArrayList<>();
        if (derived.unit().hasModel()) {
            ClassName model = Names.of(derived.unit().name());
            factories.add(MethodSpec.methodBuilder("of")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("Makes the $L of a model, for use by one thread.\n", what)
                    .addParameter(model, "model")
                    .returns(self)
                    .addStatement("return of(model, new $T())", Names.TAPE)
                    .build());
            factories.add(MethodSpec.methodBuilder("of")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("For generated code: the $L of a model on a tape, always the same one.\n", what)
                    .addParameter(model, "model")
                    .addParameter(Names.TAPE, "tape")
                    .returns(self)
                    .addStatement("return tape.derivativeOf(model, $1T.class, m -> new $1T(m, tape))", self)
                    .build());
        } else {
            factories.add(MethodSpec.methodBuilder("create")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("Makes the $L of the class's functions, for use by one thread.\n", what)
                    .returns(self)
                    .addStatement("return of(new $T())", Names.TAPE)
                    .build());
            factories.add(MethodSpec.methodBuilder("of")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("For generated code: the $L on a tape, always the same one.\n", what)
                    .addParameter(Names.TAPE, "tape")
                    .returns(self)
                    .addStatement("return tape.derivativeOf($1T.class, $1T.class, c -> new $1T(tape))", self)
                    .build());
        }
        return factories;
    }

    MethodSpec.Builder constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (derived.unit().hasModel()) {
            constructor.addParameter(Names.of(derived.unit().name()), "model");
        }
        return constructor.addParameter(Names.TAPE, "tape").addCode(initializers());
    }

    /** The statement of the constructor that lists the parameters with what stands beside them. */
    CodeBlock parameterList() {
        return parameterList("parameters", Which.FIRST, "addAll");
    }

    /** The statement that lists the parameters with one of the things that stand beside them. */
    CodeBlock parameterList(String list, Which which, String addSubmodel) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("this.$L = $T.builder()", list, Names.PARAMETERS);
        for (Field field : derived.unit().fields()) {
            if (field.role() == Field.Role.PARAMETER) {
                code.add("\n        .add($1S, model.$1L, $1L$2L)", field.name(), which.suffix());
            } else if (field.role() == Field.Role.SUBMODEL) {
                code.add("\n        .$2L($1S, $1L)", field.name(), addSubmodel);
            }
        }
        return code.add("\n        .build();\n").build();
    }

    /** The statements that list the parameters with their derivatives for each seed. */
    CodeBlock parameterLanes(String seed) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(
                "this.parameters = new $T[$L]", Names.PARAMETERS, derived.unit().seeds());
        code.beginControlFlow(
                "for (int $1L = 0; $1L < $2L; $1L++)", seed, derived.unit().seeds());
        code.add("this.parameters[$L] = $T.builder()", seed, Names.PARAMETERS);
        for (Field field : derived.unit().fields()) {
            if (field.role() == Field.Role.PARAMETER) {
                code.add("\n        .add($1S, model.$1L, this.$1L[$2L])", field.name(), seed);
            } else if (field.role() == Field.Role.SUBMODEL) {
                code.add("\n        .addAll($1S, this.$1L, $2L)", field.name(), seed);
            }
        }
        return code.add("\n        .build();\n").endControlFlow().build();
    }

    /** The method that gives the list. */
    static MethodSpec parameters() {
        return list("parameters");
    }

    /** The method that gives the list for one of several seeds. */
    static MethodSpec parametersFor(String seed) {
        return MethodSpec.methodBuilder("parameters")
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, seed)
                .returns(Names.PARAMETERS)
                .addStatement("return parameters[$L]", seed)
                .build();
    }

    /** The method that gives a list of parameters. */
    static MethodSpec list(String name) {
        return MethodSpec.methodBuilder(name)
                .addOverride()
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.PARAMETERS)
                .addStatement("return $L", name)
                .build();
    }

    private void submodel(CodeBlock.Builder code, Field field) {
        if (field.type() instanceof Type.ArrayOf array) {
            TypeName element = typeOf(array.element());
            code.addStatement("this.$1L = new $2T[model.$1L.length]", field.name(), element);
            code.beginControlFlow("for (int i = 0; i < model.$L.length; i++)", field.name());
            code.addStatement("this.$1L[i] = $2T.of(model.$1L[i], tape)", field.name(), element);
            code.endControlFlow();
        } else {
            code.addStatement("this.$1L = $2T.of(model.$1L, tape)", field.name(), typeOf(field.type()));
        }
    }

    private boolean isActiveState(Field field) {
        return field.type().isReference() && derived.facts().activity().leadsToActive(new Expression.ModelField(field));
    }

    private TypeName typeOf(Type type) {
        if (type instanceof Type.Model model) {
            return generated(model.name());
        }
        return type instanceof Type.ArrayOf array ? ArrayTypeName.of(typeOf(array.element())) : Names.of(type);
    }

    private ClassName generated(ClassRef owner) {
        return Names.of(owner.generated(suffix));
    }

    /** The classes whose static differentiable methods are called. */
    private List<ClassRef> staticOwners() {
        List<ClassRef> owners = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        derived.unit()
                .methods()
                .values()
                .forEach(method -> Walk.statements(method.body(), statement -> {
                    if (statement instanceof Statement.CallModel call
                            && call.callee().isStatic()
                            && names.add(call.callee().owner().canonicalName())) {
                        owners.add(call.callee().owner());
                    }
                }));
        return owners;
    }
}
