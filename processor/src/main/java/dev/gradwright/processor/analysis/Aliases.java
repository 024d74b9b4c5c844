package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which references of a unit may mean the same memory, and where that memory is written. Insensitive to the order of
 * statements and to the place of a call, so it is one answer for the whole unit.
 */
public final class Aliases {

    private final Unit unit;
    private final Map<Variable, Region> regions = new IdentityHashMap<>();
    private final Map<Field, Region> fields = new HashMap<>();
    private final Map<String, Region> statics = new HashMap<>();

    private Aliases(Unit unit) {
        this.unit = unit;
    }

    /** Analyses a unit. */
    public static Aliases of(Unit unit) {
        Aliases aliases = new Aliases(unit);
        for (Method method : unit.methods().values()) {
            aliases.parameters(method);
            Walk.statements(method.body(), statement -> aliases.visit(method, statement));
        }
        return aliases;
    }

    /** The region of an expression that is a reference. */
    public Region region(Expression reference) {
        if (reference instanceof Expression.Read read) {
            return region(read.variable());
        } else if (reference instanceof Expression.ModelField field) {
            return fields.computeIfAbsent(field.field(), f -> {
                        Region region = new Region();
                        region.addField(f);
                        region.markExternal();
                        return region;
                    })
                    .find();
        } else if (reference instanceof Expression.Element element) {
            return region(element.array()).element(true);
        } else if (reference instanceof Expression.Data data) {
            return region(data.matrix()).element(false);
        } else if (reference instanceof Expression.Conditional choice) {
            Region then = region(choice.then());
            Region.join(then, region(choice.otherwise()));
            return then.find();
        } else if (reference instanceof Expression.StaticField field) {
            return outside(field.owner() + "." + field.name());
        } else if (reference instanceof Expression.Component component) {
            return outside(component.toString());
        }
        return new Region();
    }

    /** The region of a constant that is known by a name. */
    private Region outside(String name) {
        return statics.computeIfAbsent(name, key -> {
                    Region region = new Region();
                    region.markGiven();
                    return region;
                })
                .find();
    }

    /** The region of a variable that holds a reference. */
    public Region region(Variable variable) {
        return regions.computeIfAbsent(variable, v -> {
                    Region region = new Region();
                    region.addVariable(v);
                    return region;
                })
                .find();
    }

    /** The region that holds the numbers of an array or matrix; for an array of arrays, its references. */
    public Region contents(Expression container) {
        Region region = region(container);
        return container.type() instanceof Type.Matrix ? region.element(false) : region;
    }

    /** The region that holds the numbers reachable from a reference, whatever its rank. */
    public Region numbers(Expression reference) {
        return numbers(region(reference), reference.type());
    }

    /** The region that holds the numbers reachable from a variable. */
    public Region numbers(Variable variable) {
        return numbers(region(variable), variable.type());
    }

    /** Whether anything is written into the memory that a reference leads to. */
    public boolean isWritten(Expression reference) {
        return !region(reference).writes().isEmpty()
                || !numbers(reference).writes().isEmpty();
    }

    /** Whether anything is written into the memory that a variable leads to. */
    public boolean isWritten(Variable variable) {
        return !writes(variable).isEmpty();
    }

    /** What is written into the memory that a variable leads to. */
    List<Region.Write> writes(Variable variable) {
        List<Region.Write> writes = new ArrayList<>(region(variable).writes());
        writes.addAll(numbers(variable).writes());
        return writes;
    }

    private static Region numbers(Region region, Type type) {
        if (type instanceof Type.Matrix) {
            return region.element(false);
        } else if (type instanceof Type.ArrayOf array && array.element().isReference()) {
            return numbers(region.element(true), array.element());
        }
        return region.find();
    }

    private void parameters(Method method) {
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            if (variable.type().isReference()) {
                Region region = region(variable);
                if (method.role() != Method.Role.HELPER) {
                    numbers(variable);
                    region.markGiven();
                }
            }
        }
    }

    private void visit(Method method, Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            declare.value().ifPresent(value -> bind(declare.variable(), value));
        } else if (statement instanceof Statement.Assign assign) {
            bind(assign.variable(), assign.value());
        } else if (statement instanceof Statement.Store store) {
            contents(store.place().container()).addWrite(new Region.Write(method, statement));
            if (store.value().type().isReference()) {
                Region.join(region(store.place().container()).element(true), region(store.value()));
            }
        } else if (statement instanceof Statement.Allocate allocate) {
            allocate(allocate);
        } else if (statement instanceof Statement.Operate operate) {
            operate(method, operate);
        } else if (statement instanceof Statement.CallHelper call) {
            call(call);
        } else if (statement instanceof Statement.CallModel call) {
            for (Variable result : call.results()) {
                if (result.type().isReference()) {
                    numbers(result);
                    region(result).markGiven();
                }
            }
        } else if (statement instanceof Statement.CallInactive call) {
            inactive(method, call);
        }
    }

    /** What is given to code that we know nothing of may be written there, and what comes back may be anybody's. */
    private void inactive(Method method, Statement.CallInactive call) {
        if (call.onlyReads()) {
            return;
        }
        call.arguments().stream()
                .filter(argument -> argument.type().isReference())
                .forEach(argument -> {
                    numbers(argument).addWrite(new Region.Write(method, call));
                    numbers(argument).markExposed();
                    region(argument).markExposed();
                });
        call.result().filter(result -> result.type().isReference()).ifPresent(result -> {
            numbers(result).markExposed();
            region(result).markExposed();
            region(result).markGiven();
        });
    }

    private void bind(Variable variable, Expression value) {
        if (variable.type().isReference()) {
            Region.join(region(variable), region(value));
        }
    }

    private void allocate(Statement.Allocate allocate) {
        Region fresh = region(allocate.variable());
        boolean sharesRows = allocate.allocation() instanceof Statement.Allocation.Copy
                && allocate.variable().type() instanceof Type.ArrayOf array
                && array.element().isReference();
        if (sharesRows) {
            Expression source = ((Statement.Allocation.Copy) allocate.allocation()).source();
            Region.join(fresh.element(true), region(source).element(true));
        }
    }

    private void operate(Method method, Statement.Operate operate) {
        OperationRule rule = OperationRules.of(operate.operation());
        for (int i = 0; i < operate.arguments().size(); i++) {
            OperationRule.Access access = rule.accesses().get(i);
            if (access == OperationRule.Access.WRITE || access == OperationRule.Access.UPDATE) {
                Expression target = operate.arguments().get(i);
                contents(target).addWrite(new Region.Write(method, operate));
                if (access == OperationRule.Access.WRITE && target.type() instanceof Type.Matrix) {
                    // the matrix itself changes too: its shape, and perhaps the array behind it
                    region(target).addWrite(new Region.Write(method, operate));
                }
            }
        }
    }

    private void call(Statement.CallHelper call) {
        Method callee = unit.methods().get(call.callee());
        for (int i = 0; i < call.arguments().size(); i++) {
            bind(callee.parameters().get(i).variable(), call.arguments().get(i));
        }
        for (int i = 0; i < call.results().size(); i++) {
            Variable returned = callee.results().get(i).variable();
            if (returned.type().isReference()) {
                Region.join(region(call.results().get(i)), region(returned));
            }
        }
    }
}
