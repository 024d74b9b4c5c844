package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of the table for operations on contents, while they are put together and afterwards. */
public final class Table {

    private static final String ANY = "*";

    private final Map<String, OperationRule> rules = new LinkedHashMap<>();
    private final Map<String, Lookup<OperationRule>> others = new LinkedHashMap<>();

    /** Adds a rule. */
    public void rule(OperationRule rule) {
        Operation operation = rule.operation();
        rules.put(key(operation.owner(), operation.name(), operation.parameters()), rule);
    }

    /** Adds a method that is short for others. */
    public void form(ClassRef owner, String name, List<Type> parameters, Form form) {
        others.put(key(owner, name, parameters), new Lookup.Short<>(form));
    }

    /** Says of all methods of a name that have no other line why there is no derivative, and what to do instead. */
    public void refuse(ClassRef owner, String name, String reason) {
        others.put(key(owner, name), new Lookup.Refused<>(reason));
    }

    /** Says the same of all methods of a class. */
    public void refuse(ClassRef owner, String reason) {
        others.put(key(owner, ANY), new Lookup.Refused<>(reason));
    }

    /** Says that methods only look at their arguments: no derivative flows through what they say. */
    public void tests(ClassRef owner, String... names) {
        for (String name : names) {
            others.put(key(owner, name), new Lookup.Inactive<>(true));
        }
    }

    /** Says that methods make or fill matrices with numbers that depend on no argument that carries a derivative. */
    public void sources(ClassRef owner, String... names) {
        for (String name : names) {
            others.put(key(owner, name), new Lookup.Inactive<>(false));
        }
    }

    /** All rules, in the order in which they were added. */
    List<OperationRule> rules() {
        return List.copyOf(rules.values());
    }

    /** What the table says of a method. */
    Lookup<OperationRule> find(ClassRef owner, String name, List<Type> parameters) {
        String exact = key(owner, name, parameters);
        OperationRule rule = rules.get(exact);
        if (rule != null) {
            return new Lookup.Found<>(rule);
        }
        for (String key : List.of(exact, key(owner, name), key(owner, ANY))) {
            if (others.containsKey(key)) {
                return others.get(key);
            }
        }
        return new Lookup.Unknown<>();
    }

    private static String key(ClassRef owner, String name, List<Type> parameters) {
        return key(owner, name) + parameters;
    }

    private static String key(ClassRef owner, String name) {
        return owner + "." + name;
    }
}
