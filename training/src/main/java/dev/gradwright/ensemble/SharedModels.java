package dev.gradwright.ensemble;

import dev.gradwright.NamedParameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds members that have one model between them: they would answer alike, and all have the weights of the last. */
final class SharedModels {

    private SharedModels() {}

    static <X> void refuse(List<Member<X>> members) {
        Map<double[], String> owners = new IdentityHashMap<>();
        for (Member<X> member : members) {
            for (NamedParameter parameter : member.parameters()) {
                for (int s = 0; s < parameter.segments(); s++) {
                    String owner = owners.putIfAbsent(parameter.value(s), member.name());
                    if (owner != null && !owner.equals(member.name())) {
                        throw new IllegalArgumentException("members " + owner + " and " + member.name()
                                + " share the parameter " + parameter.name() + "; make a model for each");
                    }
                }
            }
        }
    }
}
