package dev.gradwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gradwright.processor.resolve.Annotations;
import dev.gradwright.processor.source.ClassName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void everyNameThatGeneratedCodeUsesExistsInTheRuntime() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : Names.class.getFields()) {
            names.add(((ClassName) field.get(null)).canonicalName());
        }
        assertThat(names).hasSizeGreaterThan(8).allSatisfy(NamesTest::exists);
    }

    @Test
    void everyAnnotationThatIsReadExistsInTheRuntime() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : Annotations.class.getFields()) {
            names.add((String) field.get(null));
        }
        assertThat(names).hasSizeGreaterThan(8).allSatisfy(NamesTest::exists);
    }

    private static void exists(String name) {
        assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
    }
}
