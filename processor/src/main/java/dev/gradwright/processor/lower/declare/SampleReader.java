package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.ir.Samples;
import dev.gradwright.processor.ir.Samples.Factory;
import dev.gradwright.processor.ir.Samples.Ingredient;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads how objects of a class and arguments of its methods can be made for tests. */
public final class SampleReader {

    private static final Set<String> RANDOM = Set.of("java.util.random.RandomGenerator", "java.util.Random");

    private final Site site;

    public SampleReader(Site site) {
        this.site = site;
    }

    public Samples read() {
        Map<String, Factory> factories = new TreeMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(site.type().getEnclosedElements())) {
            boolean isUsable = Annotations.has(method, Annotations.SAMPLE)
                    && method.getModifiers().contains(Modifier.STATIC)
                    && !method.getModifiers().contains(Modifier.PRIVATE);
            if (isUsable) {
                ingredients(method)
                        .ifPresent(needs -> factories.put(
                                Annotations.text(method, Annotations.SAMPLE),
                                new Factory(method.getSimpleName().toString(), needs)));
            }
        }
        return new Samples(constructor(), factories);
    }

    private Optional<List<Ingredient>> constructor() {
        List<List<Ingredient>> usable = new ArrayList<>();
        for (ExecutableElement constructor :
                ElementFilter.constructorsIn(site.type().getEnclosedElements())) {
            if (!constructor.getModifiers().contains(Modifier.PRIVATE)) {
                ingredients(constructor).ifPresent(usable::add);
            }
        }
        return usable.stream().reduce((best, next) -> next.size() > best.size() ? next : best);
    }

    private Optional<List<Ingredient>> ingredients(ExecutableElement method) {
        List<Ingredient> ingredients = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            if (parameter.asType().getKind() == TypeKind.INT) {
                ingredients.add(new Ingredient(name, Ingredient.Kind.LENGTH));
            } else if (RANDOM.contains(parameter.asType().toString())) {
                ingredients.add(new Ingredient(name, Ingredient.Kind.RANDOM));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(ingredients);
    }
}
