package dev.gradwright.processor.check;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Method.Parameter;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.NameAllocator;

/** The names of local variables in a check: the user's names for the arguments, and another for the model. */
final class CheckerNames {

    private final NameAllocator names = new NameAllocator();

    CheckerNames(Unit unit, Method method) {
        // a variable of the name of the class would hide it
        unit.name().simpleNames().forEach(name -> names.newName(name, "class " + name));
        method.parameters()
                .forEach(parameter -> names.newName(parameter.variable().name(), parameter));
        names.newName("model", "model");
    }

    String model() {
        return names.get("model");
    }

    String argument(Parameter parameter) {
        return names.get(parameter);
    }
}
