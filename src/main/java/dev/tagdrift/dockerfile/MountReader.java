package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.Mount.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the value of {@code RUN --mount}: comma-separated values, most of them {@code key=value}.
 *
 * <p>A value can be in double quotes, with a quote in it doubled. Only {@code from} is looked at here: the others can
 * have variables, so {@link MountRules} judges them in their stage.
 */
final class MountReader {
    private final SourceText value;
    private final List<SourceText> values = new ArrayList<>();
    private Optional<SyntaxError> error = Optional.empty();
    private int position;

    private MountReader(SourceText value) {
        this.value = value;
    }

    /** The mount, and what BuildKit refuses about its form. */
    record Reading(Mount mount, Optional<SyntaxError> error) {}

    static Reading read(SourceText value) {
        MountReader reader = new MountReader(value);
        reader.split();
        List<Field> fields = reader.values.stream().map(MountReader::field).toList();
        Optional<SourceText> from = fields.stream()
                .filter(field -> field.key().equals("from"))
                .flatMap(field -> field.value().stream())
                .reduce((first, second) -> second)
                .filter(name -> !name.isEmpty());
        Optional<SyntaxError> error = reader.error;
        if (from.filter(MountReader::hasVariable).isPresent()) {
            error = error.or(() -> Optional.of(SyntaxError.VARIABLE_NOT_ALLOWED));
            from = Optional.empty();
        }
        return new Reading(new Mount(value, from, fields), error);
    }

    /** The comma-separated values of a flag; empty if they cannot be told apart. */
    static Optional<List<SourceText>> values(SourceText value) {
        MountReader reader = new MountReader(value);
        reader.split();
        return reader.error.isPresent() ? Optional.empty() : Optional.of(reader.values);
    }

    private void split() {
        if (value.isEmpty()) {
            broken();
        }
        do {
            if (value.text().startsWith("\"", position)) {
                quoted();
            } else {
                plain();
            }
        } while (position < value.length() && error.isEmpty());
    }

    private void plain() {
        int comma = value.text().indexOf(',', position);
        int end = comma < 0 ? value.length() : comma;
        SourceText text = value.sub(position, end);
        values.add(text);
        if (text.text().indexOf('"') >= 0) {
            broken();
        }
        leave(end);
    }

    private void quoted() {
        SourceText.Builder text = new SourceText.Builder(value, position);
        position++;
        boolean closed = false;
        while (position < value.length() && !closed) {
            boolean quote = value.charAt(position) == '"';
            closed = quote && !value.text().startsWith("\"\"", position);
            if (!closed) {
                position += quote ? 1 : 0;
                text.append(value, position);
            }
            position++;
        }
        values.add(text.build());
        if (!closed || (position < value.length() && value.charAt(position) != ',')) {
            broken();
        }
        leave(position);
    }

    /** Behind a last comma stands an empty value. */
    private void leave(int end) {
        if (end == value.length() - 1) {
            values.add(value.from(end + 1));
        }
        position = end + 1;
    }

    private void broken() {
        error = Optional.of(SyntaxError.BAD_MOUNT);
    }

    private static Field field(SourceText text) {
        int equals = text.text().indexOf('=');
        String key = equals < 0 ? text.text() : text.text().substring(0, equals);
        return new Field(
                key.toLowerCase(Locale.ROOT), equals < 0 ? Optional.empty() : Optional.of(text.from(equals + 1)));
    }

    private static boolean hasVariable(SourceText name) {
        int dollar = name.text().indexOf('$');
        return dollar >= 0 && dollar < name.length() - 1;
    }
}
