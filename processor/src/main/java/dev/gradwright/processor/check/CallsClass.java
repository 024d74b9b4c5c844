package dev.gradwright.processor.check;

import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.AnnotationSpec;
import dev.gradwright.processor.source.ArrayTypeName;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.NameAllocator;
import dev.gradwright.processor.source.ParameterizedTypeName;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * Lays out the class through which a check calls the methods of a unit: one method for each form that is compared, with a switch over the
 * user's methods. A lambda for each call reads nicely too, but then checkers take the compiler almost as long as gradients.
 */
final class CallsClass {

    /** What the class is called in its checker. */
    static final String NAME = "CheckedCalls";

    private static final ClassName CALLS = ClassName.get("dev.gradwright.check.subject", "GeneratedCalls");
    private static final TypeName OBJECTS = ArrayTypeName.of(ClassName.OBJECT);

    private final Unit unit;
    private final ClassName gradient;
    private final ClassName tangent;
    private final Predicate<Method> goesBackAtOnce;
    private final String model;
    private final String gradientField;
    private final String tangentField;
    private final String arguments;
    private final String result;

    CallsClass(Unit unit, Predicate<Method> goesBackAtOnce) {
        this.unit = unit;
        this.goesBackAtOnce = goesBackAtOnce;
        this.gradient = Names.of(unit.name().generated(Protocol.GRADIENT));
        this.tangent = Names.of(unit.name().generated(Protocol.TANGENT));
        NameAllocator names = new NameAllocator();
        // a variable of the name of the class would hide it
        unit.name().simpleNames().forEach(name -> names.newName(name, "class " + name));
        model = names.newName("model");
        gradientField = names.newName("gradient");
        tangentField = names.newName("tangent");
        arguments = names.newName("arguments");
        result = names.newName("result");
    }

    TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(CALLS);
        if (unit.hasModel()) {
            type.addField(Names.of(unit.name()), model, Modifier.PRIVATE, Modifier.FINAL);
        }
        if (unit.differentiable().stream().anyMatch(goesBackAtOnce)) {
            type.addMethod(switching("valueAndGradient", ClassName.OBJECT, true, this::valueAndGradient));
        }
        return type.addField(gradient, gradientField, Modifier.PRIVATE, Modifier.FINAL)
                .addField(tangent, tangentField, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(override("parameters", Names.PARAMETERS)
                        .addStatement("return $L.parameters()", gradientField)
                        .build())
                .addMethod(override("directions", Names.PARAMETERS)
                        .addStatement("return $L.parameters()", tangentField)
                        .build())
                .addMethod(switching("primal", ClassName.OBJECT, true, this::primal))
                .addMethod(switching("forward", ClassName.OBJECT, true, this::forward))
                .addMethod(switching("backward", TypeName.VOID, false, this::backward))
                .addMethod(switching("gradients", OBJECTS, false, this::gradients))
                .addMethod(switching("tangent", ClassName.OBJECT, true, this::tangent))
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (unit.hasModel()) {
            constructor
                    .addParameter(Names.of(unit.name()), model)
                    .addStatement("super($L)", model)
                    .addStatement("this.$1L = $1L", model);
        } else {
            constructor.addStatement("super(null)");
        }
        String maker = unit.hasModel() ? "of" : "create";
        String owner = unit.hasModel() ? model : "";
        return constructor
                .addStatement("this.$L = $T.$L($L)", gradientField, gradient, maker, owner)
                .addStatement("this.$L = $T.$L($L)", tangentField, tangent, maker, owner)
                .build();
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addOverride()
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    /** A method that does something for each of the user's. */
    private MethodSpec switching(
            String name, TypeName result, boolean takesArguments, Function<Method, CodeBlock> arm) {
        MethodSpec.Builder spec = override(name, result).addParameter(TypeName.INT, "method");
        if (takesArguments) {
            spec.addParameter(OBJECTS, arguments);
            if (unit.differentiable().stream().anyMatch(CallsClass::isCastUnchecked)) {
                spec.addAnnotation(AnnotationSpec.builder(ClassName.get(SuppressWarnings.class))
                        .addMember("value", "$S", "unchecked")
                        .build());
            }
        }
        if (name.equals("tangent")) {
            spec.addParameter(OBJECTS, "directions");
        } else if (name.equals("backward")) {
            spec.addParameter(ClassName.OBJECT, "seed");
        }
        spec.addCode("$Lswitch (method) {\n$>", result.equals(TypeName.VOID) ? "" : "return ");
        List<Method> methods = unit.differentiable();
        for (int i = 0; i < methods.size(); i++) {
            spec.addCode("case $L -> $L\n", i, arm.apply(methods.get(i)));
        }
        return spec.addCode("default -> throw new $T(method);\n", IndexOutOfBoundsException.class)
                .addCode(result.equals(TypeName.VOID) ? "$<}\n" : "$<};\n")
                .build();
    }

    private CodeBlock primal(Method method) {
        CodeBlock target = method.isStatic() ? CodeBlock.of("$T", Names.of(unit.name())) : CodeBlock.of("$L", model);
        return value(method, CodeBlock.of("$L.$L($L)", target, method.name(), whole(method)));
    }

    private CodeBlock forward(Method method) {
        return value(
                method, CodeBlock.of("$L.$L($L)", gradientField, method.name(), CodeBlock.join(values(method), ", ")));
    }

    private CodeBlock valueAndGradient(Method method) {
        return goesBackAtOnce.test(method)
                ? CodeBlock.of(
                        "$L.$L($L);",
                        gradientField,
                        Protocol.valueAndGradient(method.name()),
                        CodeBlock.join(values(method), ", "))
                : CodeBlock.of("null;");
    }

    private CodeBlock value(Method method, CodeBlock call) {
        return isWhole(method) ? CodeBlock.of("$L;", call) : new CheckedParts(method).of(call, result);
    }

    private CodeBlock backward(Method method) {
        String backward = Protocol.backward(method.stem());
        if (isWhole(method)) {
            return CodeBlock.of("$L.$L(($T) seed);", gradientField, backward, Names.of(method.resultType()));
        }
        return CodeBlock.of(
                "{\n    Object[] parts = (Object[]) seed;\n    $L.$L($L);\n}",
                gradientField,
                backward,
                new CheckedParts(method).seeds("parts"));
    }

    private CodeBlock gradients(Method method) {
        CodeBlock gradients = method.parameters().stream()
                .filter(Method.Parameter::isActive)
                .map(parameter -> CodeBlock.of(
                        "$L.$L()",
                        gradientField,
                        Protocol.argument(method.stem(), parameter.variable().name())))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new Object[] {$L};", gradients);
    }

    private CodeBlock tangent(Method method) {
        List<CodeBlock> arguments = new ArrayList<>();
        List<CodeBlock> values = values(method);
        for (int i = 0; i < values.size(); i++) {
            Method.Parameter parameter = method.parameters().get(i);
            arguments.add(values.get(i));
            if (parameter.isActive()) {
                arguments.add(element(parameter, "directions", i));
            }
        }
        return CodeBlock.of(
                "{\n    $L.$L($L);\n    yield $L;\n}",
                tangentField,
                method.name(),
                CodeBlock.join(arguments, ", "),
                CheckedParts.tangents(method, tangentField, isWhole(method)));
    }

    /** The arguments of a call of a generated method. */
    private List<CodeBlock> values(Method method) {
        List<CodeBlock> values = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            values.add(element(parameter, arguments, values.size()));
        }
        return values;
    }

    /** The arguments of a call of the user's method, put together where they have been taken apart. */
    private CodeBlock whole(Method method) {
        boolean takesApart = method.face().takesApart();
        Iterator<CodeBlock> leaves = values(method).stream()
                .map(value -> takesApart ? CodeBlock.of("($L)", value) : value)
                .iterator();
        return method.face().parameters().stream()
                .map(declared -> Composing.together(declared.type(), leaves))
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock element(Method.Parameter parameter, String array, int index) {
        TypeName type = Names.of(parameter.variable().type());
        CodeBlock element = CodeBlock.of("$L[$L]", array, index);
        // a cast to Object would draw a warning
        return type.equals(ClassName.OBJECT) ? element : CodeBlock.of("($T) $L", type, element);
    }

    /** Whether an argument has a type that a cast cannot ask for at run time. */
    private static boolean isCastUnchecked(Method method) {
        return method.parameters().stream()
                .map(parameter -> Names.of(parameter.variable().type()))
                .anyMatch(CallsClass::isParameterized);
    }

    private static boolean isParameterized(TypeName type) {
        return type instanceof ParameterizedTypeName
                || type instanceof ArrayTypeName array && isParameterized(array.componentType());
    }

    private static boolean isWhole(Method method) {
        return !Type.isTakenApart(method.face().result());
    }
}
