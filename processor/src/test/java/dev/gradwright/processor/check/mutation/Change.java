package dev.gradwright.processor.check.mutation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to spoil a line of a reverse sweep. */
enum Change {
    DROPPED {
        @Override
        String of(String type, String to, String operator, String value) {
            return type.isEmpty() ? "" : type + to + " = 0.0";
        }
    },
    NEGATED {
        @Override
        String of(String type, String to, String operator, String value) {
            return type + to + operator + "-(" + value + ")";
        }
    },
    DOUBLED {
        @Override
        String of(String type, String to, String operator, String value) {
            return type + to + operator + "2 * (" + value + ")";
        }
    },
    WRONG_IN_THE_FIFTH_DIGIT {
        @Override
        String of(String type, String to, String operator, String value) {
            return type + to + operator + "1.00001 * (" + value + ")";
        }
    },
    OVERWRITTEN {
        @Override
        String of(String type, String to, String operator, String value) {
            return type + to + " = " + value;
        }
    },
    ADDED_TO_THE_FIRST {
        @Override
        String of(String type, String to, String operator, String value) {
            return type + to.replaceAll("\\[\\w+]", "[0]") + operator + value;
        }
    },
    LOOP_ENDS_EARLY {
        @Override
        Optional<String> spoil(String line) {
            return line.matches("\\s*for \\(.*>= 0;.*") ? Optional.of(line.replace(">= 0;", "> 0;")) : Optional.empty();
        }

        @Override
        String of(String type, String to, String operator, String value) {
            throw new IllegalStateException("changes no assignment");
        }
    };

    /** An assignment to an adjoint, of what is no plumbing of the tape. */
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(\\s*)(double )?(\\w*Bar\\w*(?:\\.data)?(?:\\[[^=]*])*)( \\+= | -= | = )((?!.*(?:tape|new )).+);");

    /** The spoiled line; empty if it is no line for this change or stays the same. */
    Optional<String> spoil(String line) {
        Matcher matcher = ASSIGNMENT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(2) == null ? "" : matcher.group(2);
        String spoiled = matcher.group(1) + of(type, matcher.group(3), matcher.group(4), matcher.group(5)) + ";";
        return spoiled.equals(line) ? Optional.empty() : Optional.of(spoiled);
    }

    /** The spoiled assignment: {@code type} is {@code double} and a space where it declares, {@code operator} has spaces around it. */
    abstract String of(String type, String to, String operator, String value);
}
