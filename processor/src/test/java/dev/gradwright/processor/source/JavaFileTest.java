package dev.gradwright.processor.source;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaFileTest {

    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName OTHER_LIST = ClassName.get("java.awt", "List");
    private static final ClassName STRING = ClassName.get(String.class);

    @Test
    void aClassIsPrintedWithItsMembersInTheUsualOrder() {
        TypeSpec.Builder type = TypeSpec.classBuilder(ClassName.get("shop", "Till"))
                .addJavadoc("Counts {@code $L}.\n\n<p>Well.\n", "money")
                .addAnnotation(AnnotationSpec.builder(ClassName.get("shop.note", "Made"))
                        .addMember("by", "$S", "hand")
                        .addMember("year", "$L", 1900)
                        .build())
                .addAnnotation(ClassName.get(Deprecated.class))
                .addModifiers(FINAL, PUBLIC)
                .superclass(OTHER_LIST)
                .addSuperinterface(ClassName.get(Runnable.class))
                .addSuperinterface(ClassName.get("shop", "Counter"))
                .addMethod(MethodSpec.methodBuilder("run")
                        .addOverride()
                        .addModifiers(PUBLIC)
                        .beginControlFlow("if ($1L == $1L)", 1)
                        .addStatement("$T all = $L\n.size()", STRING, CodeBlock.of("names"))
                        .endControlFlow()
                        .addCode("return;")
                        .build())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                .addField(FieldSpec.builder(ArrayTypeName.of(TypeName.INT), "sums", PRIVATE)
                        .addJavadoc("By day.\n")
                        .initializer("{$L}", 0)
                        .build())
                .addType(TypeSpec.classBuilder("Drawer").addModifiers(STATIC).build());
        assertThat(new JavaFile("shop", type.build()).text()).isEqualTo("""
                package shop;

                import java.awt.List;
                import shop.note.Made;

                /**
                 * Counts {@code money}.
                 *
                 * <p>Well.
                 */
                @Made(
                        by = "hand",
                        year = 1900
                )
                @Deprecated
                public final class Till extends List implements Runnable, Counter {
                    /**
                     * By day.
                     */
                    private int[] sums = {0};

                    private Till() {
                    }

                    @Override
                    public void run() {
                        if (1 == 1) {
                            String all = names
                                    .size();
                        }
                        return;
                    }

                    static class Drawer {
                    }
                }
                """);
    }

    @Test
    void whatGoesWithoutSayingInAnInterfaceIsNotSaid() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(ClassName.get("", "Shape"))
                .addSuperinterface(ClassName.get(Runnable.class))
                .addMethod(MethodSpec.methodBuilder("area")
                        .addModifiers(PUBLIC, ABSTRACT)
                        .addAnnotation(AnnotationSpec.builder(ClassName.get(SuppressWarnings.class))
                                .addMember("value", "$S", "unchecked")
                                .build())
                        .returns(TypeName.DOUBLE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(PUBLIC, STATIC)
                        .build());
        assertThat(new JavaFile("", type.build()).text()).isEqualTo("""
                interface Shape extends Runnable {
                    @SuppressWarnings("unchecked")
                    double area();

                    static void of() {
                    }
                }
                """);
    }

    @Test
    void ofTwoClassesWithOneNameTheFirstIsImported() {
        assertThat(naming(LIST, OTHER_LIST)).contains("import java.util.List;", " List ", " java.awt.List ");
        assertThat(naming(OTHER_LIST, LIST)).contains("import java.awt.List;", " List ", " java.util.List ");
    }

    @Test
    void aClassOfThePackageKeepsItsName() {
        ClassName own = ClassName.get("shop", "List");
        assertThat(naming(LIST, own)).doesNotContain("import").contains(" java.util.List ", " List ");
        assertThat(naming(ClassName.get("shop", "String"), STRING)).contains(" String ", " java.lang.String ");
    }

    @Test
    void aClassOfTheFileKeepsItsName() {
        ClassName inner = ClassName.get("shop", "Till", "Drawer");
        assertThat(naming(ClassName.get("office", "Till"), ClassName.get("office", "Drawer"), inner))
                .doesNotContain("import")
                .contains(" office.Till ", " office.Drawer ", " Drawer ");
    }

    @Test
    void aNestedClassIsNamedByTheOneAroundIt() {
        assertThat(naming(ClassName.get("java.util", "Map", "Entry"), ClassName.get(Map.class)))
                .contains("import java.util.Map;", " Map.Entry ", " Map ");
    }

    @Test
    void whatOnlyDocumentationNamesIsNotImported() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Till").addJavadoc("See {@link $T}.\n", LIST);
        assertThat(new JavaFile("shop", type.build()).text())
                .doesNotContain("import")
                .contains("{@link java.util.List}");
    }

    @Test
    void namesInGenericTypesAreImportedToo() {
        TypeName type = new ParameterizedTypeName(
                ClassName.get(Map.class),
                List.of(
                        WildcardTypeName.subtypeOf(ClassName.OBJECT),
                        new ParameterizedTypeName(LIST, List.of(WildcardTypeName.supertypeOf(STRING)))));
        assertThat(naming(type))
                .contains("import java.util.List;\nimport java.util.Map;\n", " Map<?, List<? super String>> ");
    }

    @Test
    void aLongListOfParametersIsBrokenBeforeTheOneThatDoesNotFit() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("count");
        for (int i = 0; i < 7; i++) {
            method.addParameter(LIST, "aParameter" + i);
        }
        TypeSpec.Builder type = TypeSpec.classBuilder("Till").addMethod(method.build());
        assertThat(new JavaFile("shop", type.build()).text()).contains("""
                    void count(List aParameter0, List aParameter1, List aParameter2, List aParameter3,
                            List aParameter4, List aParameter5, List aParameter6) {
                    }
                """);
    }

    @Test
    void aLineOfAHundredColumnsIsNotBroken() {
        String fits = "a".repeat(100 - "    void count(int ) {".length());
        assertThat(counting(fits)).contains("    void count(int " + fits + ") {\n");
        assertThat(counting(fits + "a")).contains("    void count(\n            int " + fits + "a) {\n");
    }

    private static String counting(String parameter) {
        MethodSpec method = MethodSpec.methodBuilder("count")
                .addParameter(TypeName.INT, parameter)
                .build();
        return new JavaFile(
                        "shop", TypeSpec.classBuilder("Till").addMethod(method).build())
                .text();
    }

    /** A file with a class of the name {@code Till}, a class {@code Drawer} in it, and fields of some types. */
    private static String naming(TypeName... types) {
        TypeSpec.Builder till = TypeSpec.classBuilder("Till")
                .addType(TypeSpec.classBuilder("Drawer").build());
        for (int i = 0; i < types.length; i++) {
            till.addField(types[i], "field" + i, PRIVATE);
        }
        return new JavaFile("shop", till.build()).text();
    }
}
