package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** How many seeds the sweeps of classes carry: a number that generated code can bear, and the same one in classes that work together. */
public final class SeedCounts {

    private final Site site;

    public SeedCounts(Site site) {
        this.site = site;
    }

    /** Refuses numbers that are too small or too large. */
    public void requireInRange() {
        List<Element> asking = new ArrayList<>(site.type().getEnclosedElements());
        asking.add(0, site.type());
        for (Element element : asking) {
            OptionalInt seeds = Annotations.seedsAt(element);
            if (seeds.isPresent() && (seeds.getAsInt() < 1 || seeds.getAsInt() > Unit.MOST_SEEDS)) {
                throw site.refuse(element, Message.SEEDS, Unit.MOST_SEEDS, seeds.getAsInt());
            }
        }
    }

    /** Requires of the class of a model in a field that its sweeps carry as many seeds as this one's. */
    public void requireIn(TypeElement other) {
        missingIn(other).ifPresent(seeds -> {
            throw site.refuse(
                    site.type(),
                    Message.OTHER_SEEDS,
                    other.getSimpleName(),
                    site.type().getSimpleName(),
                    seeds);
        });
    }

    /** The number of seeds that the class the derivative is made for asks for and another one does not; nothing if all is well. */
    public OptionalInt missingIn(TypeElement other) {
        int seeds = Annotations.seeds(site.home());
        return seeds > 1 && Annotations.seeds(other) != seeds ? OptionalInt.of(seeds) : OptionalInt.empty();
    }
}
