package dev.gradwright.processor.diagnostic;

/**
 * Every message of the processor. Codes never change their meaning: 1xx speak of statements and expressions, 2xx of declarations,
 * 3xx of writes that would spoil a gradient, 4xx of checkers and tests, 5xx explain on request, 9xx of the processor itself.
 */
public enum Message {
    UNSUPPORTED_STATEMENT("GW101", "%s cannot be differentiated. %s"),
    UNSUPPORTED_EXPRESSION("GW102", "%s cannot be differentiated. %s"),
    UNSUPPORTED_TYPE(
            "GW103",
            "The type %s is not supported here. Use double, int, long, boolean, DMatrixRMaj or arrays of these up to double[][][];"
                    + " give other things to the constructor and keep what forward needs of them in a final field of such a type."),
    NO_DERIVATIVE("GW104", "%s has no derivative. %s"),
    NO_RULE("GW105", "%s has no derivative rule yet. Write it with operations that have one, or as a loop over %s."),
    UNKNOWN_NAME("GW106", "%s is not known here. %s"),
    UNKNOWN_METHOD("GW107", "No method %s takes these arguments. %s"),
    NOT_DIFFERENTIABLE_CALL(
            "GW108",
            "%s is not differentiable. Annotate it with @Differentiable, or compute its value before the call and pass it in."),
    PRIVATE_FIELD(
            "GW109",
            "%s is private, and the generated gradient must read it. Make it package-private (leave out private)."),
    FIELD_NOT_FINAL(
            "GW110",
            "%s is not final, so it could change between forward and backward. Make it final, or pass the value as an argument."),
    FIELD_ASSIGNMENT(
            "GW111", "%s is a field and cannot be assigned here. Use a local variable, or write into an array."),
    CHECKED_EXCEPTION(
            "GW112", "%s is a checked exception, which a differentiable method cannot throw. Throw an unchecked one."),
    TYPE_MISMATCH("GW113", "%s does not fit here, where %s is wanted. %s"),
    INACCESSIBLE("GW114", "%s cannot be reached from generated code in package %s. Make it accessible there."),
    AMBIGUOUS_METHOD("GW115", "The call of %s is ambiguous. Cast an argument to the type that is meant."),
    NULL_REFERENCE("GW116", "null cannot be differentiated. Compare with it, but do not assign, pass or return it."),
    MIXED_CLASS(
            "GW117",
            "%s is static, in a class whose other differentiable methods need an object. Move it to a class of its own."),
    PARTIALS_MISSING(
            "GW118",
            "%s has %d double parameters, but @PartialDerivatives names %d methods. Name one for each, in order."),
    PARTIAL_UNKNOWN(
            "GW119",
            "@PartialDerivatives of %s names %s, but there is no static, non-private method %s with the same parameters that returns"
                    + " double."),
    CHECKED_CALL(
            "GW120",
            "%s may throw the checked exception %s, which a differentiable method cannot. Call it before, and pass in what it"
                    + " gives."),
    TYPE_ARGUMENTS(
            "GW121",
            "The type of %s does not follow from its arguments here. Assign it to a variable that is declared with its type."),
    COMPOSITE_METHOD(
            "GW124",
            "%s is not read, because %s is declared in another file. Nest the record in this class, or write out here what is"
                    + " computed from its components."),
    COMPOSITE_FIELD(
            "GW125",
            "%s is a %s, whose objects change, so it cannot be read from a field. Keep its numbers in final arrays, or use a record."),
    COMPOSITE_ARRAY(
            "GW123",
            "%s is or holds a %s that a field keeps, of which only elements, their components and the length can be read. Read what is"
                    + " needed of an element, or make an array in the method."),
    COMPOSITE_UNSEEN(
            "GW126",
            "%s comes from a class file, in which its constructor or an accessor does more than to keep or to give a component. Pass its"
                    + " components instead, or declare the record in this module."),
    CLOSURE_ARGUMENT(
            "GW127",
            "%s is given a lambda, but only static methods whose source is compiled along are read for one. Write what it does as a loop"
                    + " here, or as a static method that takes the function."),
    CLOSURE_VALUE(
            "GW128",
            "A lambda cannot become the value of this %s. Declare a variable of its own for each lambda, and give it no other."),
    OBJECT_FIELD("GW129", "%s is a field of an object of %s, through which no derivative flows, because %s."),
    OBJECT_GIVEN(
            "GW130",
            "This gives a %s, a differentiable object whose parameters would get no gradient here. Keep such objects in final fields, or"
                    + " in arrays in these."),
    NO_SECOND_ORDER(
            "GW150",
            "%s has no second derivatives, which %s asks for. Mark it @Differentiable(secondOrder = true) as well."),
    OTHER_SEEDS(
            "GW160",
            "A sweep of %s does not carry the seeds that one of %s does. Mark it @Differentiable(seeds = %s) as well."),
    SEEDS(
            "GW161",
            "A sweep carries 1 to %s seeds, and this asks for %s. For more seeds, sweep one record several times."),
    NO_SECOND_PARTIALS(
            "GW151",
            "The derivatives of %s are given by hand, and second derivatives need those of %s too. Give them with"
                    + " @PartialDerivatives on it."),
    CHECKPOINT_METHOD(
            "GW152",
            "%s is marked @Checkpoint, so it returns nothing and is not differentiable itself: it advances arrays, matrices or fields by"
                    + " a step. Keep numbers that it advances in an array."),
    CHECKPOINT_SLOTS("GW153", "@Checkpoint of %s has no slots. It needs at least 1, for the first state."),
    CHECKPOINT_CALL(
            "GW154",
            "%s is marked @Checkpoint, so it is called by a loop of its own, for (int t = start; t < end; t++), whose start and end do"
                    + " not change, with arguments that are variables, fields, numbers or arithmetic on these."),
    CHECKPOINT_STEP(
            "GW155",
            "This cannot be done again, as the checkpointed step %s is. Move it out of the step: calls of other models, calls with"
                    + " effects, draws, and arrays put into arrays."),

    NOT_FINAL(
            "GW201",
            "%s can be overridden in a subclass of %s, and then the gradient would be another function's. Make the class or the"
                    + " method final."),
    INNER_CLASS("GW202", "%s is an inner class. Make it static, or a class of its own."),
    NO_FORWARD(
            "GW203",
            "%s has no method to differentiate. Name it forward, or put @Differentiable on the method instead of the class."),
    RESULT_TYPE(
            "GW204", "%s returns %s, which carries no derivative. Return double, DMatrixRMaj or an array of either."),
    PRIVATE_METHOD("GW205", "%s is private, so nothing could call its gradient. Make it package-private or public."),
    OVERLOADED("GW206", "%s would share generated members with another differentiable method: %s. Rename one of them."),
    PARAMETER_TYPE(
            "GW207", "%s is a %s, which cannot be a @Parameter. Use DMatrixRMaj, double[] or an array of either."),
    GENERIC(
            "GW208",
            "%s has type parameters, which callers choose and its gradient cannot know. Write the actual types here, or an interface that"
                    + " declares the method again with them; helper methods and records may have type parameters."),
    ARGUMENT_TYPE("GW209", "%s is a differentiable object. Keep it in a field, where its parameters get a gradient."),
    NO_BODY("GW210", "%s has no body to differentiate. Annotate the method that implements it."),
    OUTER_FIELD("GW211", "%s belongs to an object of %s around this one. Pass what is needed to the constructor."),
    PRIVATE_CLASS("GW212", "%s is private, and its generated gradient could not name it. Make it package-private."),
    REGULARIZATION_RESULT("GW214", "%s is marked @Regularization and must return double and take nothing."),
    RESERVED_NAME("GW215", "%s clashes with a name that the generated class uses itself. Choose another name."),
    INTERFACE("GW216", "%s is no class or interface. @Differentiable is for these and their methods."),
    INITIALIZER("GW217", "%s is @Constant and @Parameter at once. Remove one of them."),
    INTERFACE_BODY(
            "GW218",
            "%s has a body in an interface, where gradients only meet. Leave it abstract and implement it in the classes."),
    CONTRACT_METHOD(
            "GW219",
            "%s is differentiable in %s, so it must be here, in the class itself. Declare it here and annotate it (or the class) with"
                    + " @Differentiable."),
    CONTRACT_PARAMETER(
            "GW220", "%s differs from what it is in %s, so their gradients would differ. Declare it as there: %s."),
    CONTRACT_ORDER(
            "GW221",
            "Of %s and %s one asks for second derivatives and the other does not. Write @Differentiable(secondOrder = true) on both or on"
                    + " neither."),
    CONTRACT_SEEDS(
            "GW227",
            "Sweeps of %s and %s carry different numbers of seeds. Write the same number in @Differentiable(seeds = ...) on both."),
    BOXED_ARGUMENT(
            "GW222",
            "%s is a %s, through which no derivative flows. Use double, or mark it @Constant if that is what is meant."),
    WRT_UNKNOWN(
            "GW223",
            "@Differentiable(wrt) names %s, which is neither an argument of %s that carries a derivative nor a @Parameter of its"
                    + " class."),
    WRT_PARAMETER(
            "GW224",
            "%s is left out by wrt of one differentiable method, and not by another, but gradients of a class share its"
                    + " parameters. Name it in both, or in neither."),
    COMPOSITE_AT_BORDER(
            "GW225",
            "%s cannot be an argument or result here, because callers could see its objects change or its constructor would be run a"
                    + " second time. Use a record whose constructor keeps its arguments as they are."),
    OBJECT_ARGUMENT(
            "GW226",
            "%s is a %s, which holds numbers, but no derivative flows through its objects, so theirs would be zero. Mark it @Constant if"
                    + " that is meant; else pass the numbers, or a record of them."),
    TOO_MANY_PARAMETERS(
            "GW230",
            "%s has so many parameters or results that its derivative, which takes one more for each, or for each seed one, would have more"
                    + " than Java allows. Take an array."),
    METHOD_TOO_LONG(
            "GW231",
            "%s is too long: the %s generated for it would have at least %d bytes of bytecode, and Java allows 65535 in a method. Move"
                    + " parts of it into private methods, or write what repeats as a loop over arrays."),

    RULE_EMPTY(
            "GW240",
            "@CustomDerivative of %s names no rule. Name a method: reverse = \"...\", forward = \"...\", or both."),
    RULE_UNKNOWN(
            "GW241", "The %s rule of %s is to be %s, but %s has %s method of that name. Give it one, not overloaded."),
    RULE_FORM("GW242", "%s, the %s rule of %s, must %s."),
    RULE_PARAMETER("GW243", "%s is nothing that %s, the %s rule of %s, could be given. It may take %s."),
    RULE_PARAMETER_TYPE("GW244", "%s of %s has type %s, but what it is given is %s. Change the type."),
    RULE_INCOMPLETE(
            "GW245",
            "%s, the %s rule of %s, does not take %s. Without it the derivative would be wrong; take it, or mark an argument through"
                    + " which none flows @Constant."),
    RULE_NAMES(
            "GW246",
            "Two things that rules of %s take would be called %s, and rules say by names what they take. Rename the argument."),
    RULE_MODEL(
            "GW247",
            "%s is an object's method with a derivative given by hand, which knows nothing of the parameters in %s. Make the method"
                    + " static and pass what it needs as arguments."),
    RULE_TYPE(
            "GW248",
            "%s is a %s, which a method with @CustomDerivative cannot take or return. Use double, DMatrixRMaj, or arrays of"
                    + " either."),
    TWO_RULES("GW249", "%s has two rules, %s and %s. Keep one."),
    RULE_TARGET_UNKNOWN(
            "GW250",
            "@RuleFor: %s has no method %s. A rule has the name and the parameter types of the method, after the"
                    + " object where that needs one."),
    RULE_TARGET_FORM("GW251", "%s is a rule for %s, so it must %s."),
    NO_RULES("GW252", "@UseRules lists %s, which has no method with @RuleFor. Remove it, or mark its rules."),
    RULE_SECOND_ORDER(
            "GW253", "%s has a derivative given by hand. For second derivatives, %s, or leave secondOrder out."),
    RULE_NEEDLESS(
            "GW254",
            "%s takes nothing that carries a derivative, so it has none to give by hand. Remove @CustomDerivative, or @Constant from an"
                    + " argument."),

    PARAMETER_WRITTEN(
            "GW301", "This writes into the parameter %s. Copy it first: forward must leave parameters as they are."),
    SHARED_WRITTEN(
            "GW302",
            "What %s was given or has returned is changed afterwards, which would spoil its gradient. Work on a copy."),
    STATE_ESCAPES("GW303", "The field %s is written here and also handed out. Return or pass a copy of it."),
    CONSTANT_WRITTEN("GW304", "This writes into %s, whose contents generated code takes for fixed. Copy it first."),
    CONSTANT_ARGUMENT(
            "GW305",
            "What is passed as %s depends on active values, but the parameter is @Constant, so its derivative would be lost. Remove"
                    + " @Constant there, or pass a value that depends on none."),
    REFERENCE_KEPT(
            "GW306",
            "This puts an array or matrix into %s, which outlives the call, while gradients reuse the memory of what forward makes."
                    + " Copy the numbers instead, say with System.arraycopy."),
    INACTIVE_ARGUMENT(
            "GW307",
            "%s is not differentiable, so the derivative of what it is given would be lost. Annotate it with @Differentiable,"
                    + " give it a rule with @RuleFor, or give it a value that depends on no active one."),
    BOXED(
            "GW308",
            "A number that depends on active values becomes an object here, so its derivative would be lost. Keep it in a double."),
    ACTIVE_FINALLY(
            "GW309",
            "This computes with active values in finally, which is not differentiated. Do it behind the try statement."),
    CONSTANT_LOCAL(
            "GW310",
            "%s is @Constant but depends on active values, so their derivative would be lost. Remove @Constant, or write"
                    + " Derivatives.stopGradient(...) where that is what is meant."),
    NUMBER_FROM_TEXT(
            "GW311",
            "This reads a number from a text or object that was made of active values, so their derivative would be lost. Compute with"
                    + " the values themselves."),

    NO_SAMPLE(
            "GW401",
            "No sample for %s.%s can be made, so %s is an abstract class to extend. To get it made: name the dimensions of arguments"
                    + " with @Shape, of int[] arguments also the range with @Index; have a constructor that takes lengths and a"
                    + " RandomGenerator; or write static @Sample methods.",
            Severity.NOTE),
    NO_MARKED_CLASSES("GW402", "@GradientTests found no differentiable class in %s or below it.", Severity.NOTE),
    CHECK_OPTIONS("GW403", "@GradientCheckOptions on %s: %s."),

    PLAN("GW501", "For its reverse sweep, %s.%s puts on the tape%n%s", Severity.NOTE),

    NEEDS_JAVAC("GW901", "Gradwright reads method bodies and needs javac; this compiler is another. %s"),
    INTERNAL("GW902", "Gradwright has failed on %s. This is its own mistake; please report it with this trace:%n%s"),
    WRONG_RESOLUTION(
            "GW903",
            "Gradwright took this for %s, the compiler takes it for %s, so the gradient would be wrong. Please report it; writing"
                    + " the expression in simpler parts helps until then.");

    private final String code;
    private final String format;
    private final Severity severity;

    Message(String code, String format) {
        this(code, format, Severity.ERROR);
    }

    Message(String code, String format, Severity severity) {
        this.code = code;
        this.format = format;
        this.severity = severity;
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    String text(Object... arguments) {
        return "[" + code + "] " + String.format(format, arguments);
    }
}
