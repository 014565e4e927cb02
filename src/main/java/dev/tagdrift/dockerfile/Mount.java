package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * One {@code --mount} of a RUN.
 *
 * @param whole the value of the flag
 * @param from the image or stage that is mounted
 * @param fields in the order of the value
 */
record Mount(SourceText whole, Optional<SourceText> from, List<Field> fields) {
    /**
     * A setting.
     *
     * @param key in lower case
     * @param value what follows the equals sign
     */
    record Field(String key, Optional<SourceText> value) {}

    /** Whether it is a cache, as far as can be told without its variables. */
    boolean isCache() {
        return fields.stream()
                .filter(field -> field.key().equals("type"))
                .flatMap(field -> field.value().stream())
                .reduce((first, second) -> second)
                .filter(value -> value.text().equalsIgnoreCase("cache"))
                .isPresent();
    }
}
