package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * Reads what follows a dollar sign: {@code $name}, {@code ${name}} or {@code ${name} with a modifier in it}.
 *
 * <p>A colon before {@code - + ?} makes them treat an empty variable like one that is not set; before {@code # %} it
 * means nothing.
 */
final class Substitution {
    private final WordScanner word;
    private final Variables variables;
    private final Expander expander;

    Substitution(WordScanner word, Variables variables, Expander expander) {
        this.word = word;
        this.variables = variables;
        this.expander = expander;
    }

    /** Reads from the dollar sign on. */
    Value read() throws BadWordException {
        word.next();
        if (!word.take('{')) {
            String name = word.name();
            return name.isEmpty() ? Value.given("$") : value(name);
        }
        if (!word.hasNext() || "{}:".indexOf(word.peek()) >= 0) {
            throw bad();
        }
        String name = word.name();
        return switch (next()) {
            case '}' -> value(name);
            case ':' -> modified(name, next(), true);
            case '/' -> replaced(name);
            case '-' -> modified(name, '-', false);
            case '+' -> modified(name, '+', false);
            case '?' -> modified(name, '?', false);
            case '#' -> modified(name, '#', false);
            case '%' -> modified(name, '%', false);
            default -> throw bad();
        };
    }

    private Value modified(String name, char modifier, boolean emptyIsUnset) throws BadWordException {
        Value operand = expander.until('}', modifier == '#' || modifier == '%');
        Optional<Value> value = variables.value(name);
        boolean isSet =
                value.isPresent() && !(emptyIsUnset && value.get().text().isEmpty());
        return switch (modifier) {
            case '-' -> isSet ? value(name) : operand;
            case '+' -> isSet ? operand : Value.missing(name);
            case '?' -> required(name, isSet);
            case '#', '%' -> cut(value(name), modifier, operand.text());
            default -> throw bad();
        };
    }

    private Value required(String name, boolean isSet) throws BadWordException {
        if (!isSet) {
            throw new BadWordException(SyntaxError.REQUIRED_VARIABLE);
        }
        return value(name);
    }

    private static Value cut(Value value, char modifier, String operand) throws BadWordException {
        boolean longest = operand.indexOf(modifier) == 0;
        ShellPattern pattern = ShellPattern.of(longest ? operand.substring(1) : operand);
        return value.with(
                modifier == '#' ? pattern.cutStart(value.text(), longest) : pattern.cutEnd(value.text(), longest));
    }

    private Value replaced(String name) throws BadWordException {
        boolean all = word.take('/');
        ShellPattern pattern = ShellPattern.of(expander.until('/', true).text());
        Value replacement = expander.until('}', true);
        Value value = value(name);
        String text = all
                ? pattern.replaceAll(value.text(), replacement.text())
                : pattern.replaceFirst(value.text(), replacement.text());
        return Value.of(text, List.of(value, replacement));
    }

    private Value value(String name) {
        return variables.value(name).map(value -> value.orMissing(name)).orElseGet(() -> Value.missing(name));
    }

    private char next() throws BadWordException {
        if (!word.hasNext()) {
            throw bad();
        }
        return word.next();
    }

    private static BadWordException bad() {
        return new BadWordException(SyntaxError.BAD_SUBSTITUTION);
    }
}
