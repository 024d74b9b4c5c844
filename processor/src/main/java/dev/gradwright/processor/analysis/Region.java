package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An alias class: arrays or matrices that references may share. Regions are joined as references meet (Steensgaard's
 * unification), so two references in different regions never mean the same object, while two in one region may.
 */
public final class Region {

    /** Where contents of a region are written: a statement of a method. */
    record Write(Method method, Statement statement) {}

    private Region joinedInto;
    private Region element;
    private boolean external;
    private boolean given;
    private boolean contained;
    private boolean exposed;
    private final List<Region> owners = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    Region() {}

    /** The region that stands for all that have been joined with this one. */
    Region find() {
        Region root = this;
        while (root.joinedInto != null) {
            root = root.joinedInto;
        }
        return root;
    }

    /** The region of what the elements refer to; for a matrix, of its array of entries. */
    Region element(boolean isContainer) {
        Region root = find();
        if (root.element == null) {
            root.element = new Region();
            root.element.external = root.external;
            root.element.given = root.given;
        }
        if (isContainer) {
            root.element.find().contained = true;
        } else if (!root.element.find().owners.contains(root)) {
            root.element.find().owners.add(root);
        }
        return root.element.find();
    }

    static void join(Region first, Region second) {
        Region a = first.find();
        Region b = second.find();
        if (a == b) {
            return;
        }
        boolean external = a.external || b.external;
        boolean given = a.given || b.given;
        b.joinedInto = a;
        a.external = false;
        a.given = false;
        a.contained |= b.contained;
        a.exposed |= b.exposed;
        a.owners.addAll(b.owners);
        a.fields.addAll(b.fields);
        a.variables.addAll(b.variables);
        a.writes.addAll(b.writes);
        Region elementOfA = a.element;
        a.element = elementOfA == null ? b.element : elementOfA;
        if (elementOfA != null && b.element != null) {
            join(elementOfA, b.element);
        }
        if (external) {
            a.find().markExternal();
        }
        if (given) {
            a.find().markGiven();
        }
    }

    void markExternal() {
        if (!find().external) {
            find().external = true;
            if (find().element != null) {
                find().element.markExternal();
            }
        }
    }

    /** Says that the objects may come from outside in another way than by a field of the model. */
    void markGiven() {
        markExternal();
        if (!find().given) {
            find().given = true;
            if (find().element != null) {
                find().element.markGiven();
            }
        }
    }

    /** Says that code we know nothing of has a reference to the objects, so it may write into them at any time. */
    void markExposed() {
        find().exposed = true;
    }

    void addField(Field field) {
        find().fields.add(field);
    }

    void addVariable(Variable variable) {
        find().variables.add(variable);
    }

    void addWrite(Write write) {
        find().writes.add(write);
    }

    /** Whether the objects may come from outside: arguments, fields, results of other models. */
    public boolean isExternal() {
        return find().external || find().owners.stream().anyMatch(Region::isExternal);
    }

    /** Whether the objects may come from outside in another way than by a field of the model: then they may be anything from outside. */
    boolean isGiven() {
        return find().given || find().owners.stream().anyMatch(Region::isGiven);
    }

    /** Whether code we know nothing of may write into the objects. */
    public boolean isExposed() {
        return find().exposed || find().owners.stream().anyMatch(Region::isExposed);
    }

    /** Whether the objects may be elements of an array. */
    boolean isContained() {
        return find().contained || find().owners.stream().anyMatch(Region::isContained);
    }

    /** The fields through which the model holds the objects, or the matrices whose entries they are. */
    public Collection<Field> fields() {
        List<Field> all = new ArrayList<>(find().fields);
        find().owners.forEach(owner -> all.addAll(owner.fields()));
        return all;
    }

    /** The local variables that refer to the objects, or to the matrices whose entries they are. */
    Collection<Variable> variables() {
        List<Variable> all = new ArrayList<>(find().variables);
        find().owners.forEach(owner -> all.addAll(owner.variables()));
        return all;
    }

    Collection<Write> writes() {
        return find().writes;
    }
}
