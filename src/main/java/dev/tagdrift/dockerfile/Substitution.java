package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * Reads what follows a dollar sign: {@code $name}, {@code ${name}} or {@code ${name} with a modifier in it}.
 *
 * <p>A colon before {@code - + ?} makes them treat an empty variable like one that is not set; before others it is an
 * error.
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
            return name.isEmpty() ? Value.given("$") : kept(name, "$" + name).orElseGet(() -> value(name));
        }
        if (!word.hasNext() || "{}:".indexOf(word.peek()) >= 0) {
            throw bad();
        }
        String name = word.name();
        int modifier = word.next();
        return switch (modifier) {
            case '}' -> kept(name, "${" + name + "}").orElseGet(() -> value(name));
            case '/' -> replaced(name);
            case ':' -> modified(name, word.next(), true);
            case '-', '+', '?', '#', '%' -> modified(name, modifier, false);
            default -> throw bad();
        };
    }

    private Value modified(String name, int modifier, boolean colon) throws BadWordException {
        boolean cuts = modifier == '#' || modifier == '%';
        if (modifier == WordScanner.END || (colon && cuts)) {
            throw bad();
        }
        Value operand = expander.until('}', cuts);
        String written = (colon ? ":" : "") + Character.toString(modifier);
        Optional<Value> kept = kept(name, "${" + name + written + operand.text() + "}");
        return kept.isPresent() ? kept.get() : modified(name, modifier, colon, operand);
    }

    private Value modified(String name, int modifier, boolean emptyIsUnset, Value operand) throws BadWordException {
        Optional<Value> value = variables.value(name);
        boolean isSet =
                value.isPresent() && !(emptyIsUnset && value.get().text().isEmpty());
        return switch (modifier) {
            case '-' -> isSet ? value(name) : operand;
            case '+' -> isSet ? operand : Value.missing(name);
            case '?' -> required(name, isSet);
            case '#', '%' -> cut(value(name), (char) modifier, operand.text());
            default -> throw bad();
        };
    }

    private Value required(String name, boolean isSet) throws BadWordException {
        if (!isSet && !variables.unseen()) {
            throw new BadWordException(SyntaxError.REQUIRED_VARIABLE);
        }
        return value(name);
    }

    private static Value cut(Value value, char modifier, String operand) throws BadWordException {
        boolean longest = operand.indexOf(modifier) == 0;
        String pattern = longest ? operand.substring(1) : operand;
        return value.with(
                modifier == '#'
                        ? ShellPattern.of(pattern).cutStart(value.text(), longest)
                        : ShellPattern.backwards(pattern).cutEnd(value.text(), longest));
    }

    private Value replaced(String name) throws BadWordException {
        boolean all = word.take('/');
        String pattern = expander.until('/', true).text();
        Value replacement = expander.until('}', true);
        Optional<Value> kept = kept(name, "${" + name + "/" + pattern + "/" + replacement.text() + "}");
        if (kept.isPresent()) {
            return kept.get();
        }
        ShellPattern parsed = ShellPattern.of(pattern);
        Value value = value(name);
        String text = all
                ? parsed.replaceAll(value.text(), replacement.text())
                : parsed.replaceFirst(value.text(), replacement.text());
        return Value.of(text, List.of(value, replacement));
    }

    /** The words as they are written, where a variable that is not set stays. */
    private Optional<Value> kept(String name, String written) {
        return expander.keepsUnset() && variables.value(name).isEmpty()
                ? Optional.of(Value.given(written))
                : Optional.empty();
    }

    private Value value(String name) {
        return variables.value(name).map(value -> value.orMissing(name)).orElseGet(() -> Value.missing(name));
    }

    private static BadWordException bad() {
        return new BadWordException(SyntaxError.BAD_SUBSTITUTION);
    }
}
