package dev.tagdrift.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Reason;
import dev.tagdrift.history.HistoryReading.Rejected;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.OsRelease;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a history file, as docs/reference/history.schema.json has them: one JSON object each, in the order in which
 * they were written. Unknown keys are left to the newer version that wrote them; what has to be there is read strictly.
 */
final class HistoryCodec {
    static final int VERSION = 1;

    /** How every line begins that this program has written; what begins so and is no JSON was cut short. */
    private static final String START = "{\"version\":";

    private static final int LONGEST_LINE = 16 << 10;
    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_ALL_TIMES = Instant.parse("+10000-01-01T00:00:00Z");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<Sighting, String> lines = new HashMap<>();
    private final List<Integer> cutLines = new ArrayList<>();

    private HistoryCodec() {}

    static String line(Sighting sighting) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("image", sighting.image().toString());
            json.writeStringField("digest", sighting.digest().toString());
            json.writeStringField("when", sighting.when().toString());
            if (sighting.os().isPresent()) {
                json.writeStringField("os", sighting.os().get().toString());
            }
            if (sighting.created().isPresent()) {
                json.writeStringField("created", sighting.created().get().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    static HistoryReading read(byte[] content) {
        HistoryCodec codec = new HistoryCodec();
        boolean ended = content.length == 0 || content[content.length - 1] == '\n';
        return codec.rejected(content)
                .<HistoryReading>map(rejected -> rejected)
                .orElseGet(() -> new Present(History.of(codec.sightings), codec.cutLines, ended));
    }

    /** The lines as they stand there, by what they tell: with keys that only the newer version knows that wrote them. */
    static Map<Sighting, String> lines(byte[] content) {
        HistoryCodec codec = new HistoryCodec();
        return codec.rejected(content).isEmpty() ? codec.lines : Map.of();
    }

    private Optional<Rejected> rejected(byte[] content) {
        int line = 0;
        int start = 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            line++;
            Optional<Reason> flaw = add(line, content, start, end);
            if (flaw.isPresent()) {
                return Optional.of(new Rejected(flaw.get(), line));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /** Takes a line; tells what is wrong with the file if it is none of a history. */
    private Optional<Reason> add(int number, byte[] content, int start, int end) {
        String line = new String(content, start, Math.min(end - start, LONGEST_LINE + 1), UTF_8).strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> fields = line.length() > LONGEST_LINE ? Map.of() : fields(line);
            String version = fields.getOrDefault("version", "");
            if (version.matches("[1-9][0-9]*") && !version.equals(Integer.toString(VERSION))) {
                return Optional.of(Reason.NEWER);
            }
            Optional<Sighting> sighting = version.isEmpty() ? Optional.empty() : sighting(fields);
            sighting.ifPresent(one -> {
                sightings.add(one);
                lines.putIfAbsent(one, line + "\n");
            });
            return sighting.isPresent() ? Optional.empty() : Optional.of(Reason.FOREIGN);
        } catch (JsonProcessingException e) {
            if (line.startsWith(START) || START.startsWith(line)) {
                cutLines.add(number);
                return Optional.empty();
            }
            return Optional.of(Reason.FOREIGN);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be read", e);
        }
    }

    /** The texts and numbers of an object. */
    private static Map<String, String> fields(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
                    fields.put(key, parser.getText());
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? fields : Map.of();
        }
    }

    private static Optional<Sighting> sighting(Map<String, String> fields) {
        Optional<Tagged> image = tagged(fields.getOrDefault("image", ""));
        Optional<Digest> digest = Digest.parse(fields.getOrDefault("digest", ""));
        Optional<Instant> when = time(fields.getOrDefault("when", ""));
        return image.isPresent() && digest.isPresent() && when.isPresent()
                ? Optional.of(new Sighting(
                        image.get(),
                        digest.get(),
                        when.get(),
                        OsRelease.parse(fields.getOrDefault("os", "")),
                        time(fields.getOrDefault("created", ""))))
                : Optional.empty();
    }

    private static Optional<Tagged> tagged(String name) {
        try {
            return ImageReference.parse(name) instanceof Tagged tagged
                            && tagged.toString().equals(name)
                    ? Optional.of(tagged)
                    : Optional.empty();
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    /** Of a year with four digits. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(time -> !time.isBefore(FIRST_TIME) && time.isBefore(AFTER_ALL_TIMES));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
