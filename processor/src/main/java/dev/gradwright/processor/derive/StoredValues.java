package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Values that the forward sweep stores in memory where they stay: the reverse sweep reads them there instead of taking them from the
 * tape, as the result of {@code y[i] = Math.tanh(x[i])}, which its own derivative needs.
 */
final class StoredValues {

    private final Facts facts;
    private final Values values;

    StoredValues(Facts facts, Values values) {
        this.facts = facts;
        this.values = values;
    }

    /** The place where a number with one value, declared by the statement at a point, is stored and stays. */
    Optional<Expression> recipe(Point point, Variable variable) {
        if (variable.type() != Type.DOUBLE || !values.isFinal(variable)) {
            return Optional.empty();
        }
        List<Statement> statements = point.scope().block().statements();
        for (int i = point.index() + 1; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Store store
                    && store.value().equals(Expressions.read(variable))) {
                Optional<Expression> place = stored(new Point(point.scope(), i), store);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Expression> stored(Point point, Statement.Store store) {
        Expression.Place place = store.place();
        boolean stays = place.parts().stream().allMatch(part -> values.isAtHand(point, part))
                && (place instanceof Expression.Element
                        || facts.stability().isShapeStable(place.container(), values.method(), store))
                && facts.stability().isKeptIn(place, values.method(), store);
        return stays
                ? Optional.of(place.withParts(place.parts().stream()
                        .map(part -> values.at(point, part))
                        .toList()))
                : Optional.empty();
    }
}
