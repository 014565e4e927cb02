package dev.tagdrift.lockfile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockfileProblem.Conflict;
import dev.tagdrift.lockfile.LockfileProblem.Flaw;
import dev.tagdrift.lockfile.LockfileProblem.Malformed;
import dev.tagdrift.lockfile.LockfileProblem.UnknownVersion;
import dev.tagdrift.lockfile.LockfileReading.Present;
import dev.tagdrift.lockfile.LockfileReading.Rejected;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a lockfile strictly: any formatting and line ends, but nothing twice, nothing unknown, nothing shortened. What
 * it lets through, {@link LockfileCodec} writes again without loss.
 */
final class LockfileReaderCodec {
    static final JsonFactory JSON = new JsonFactory();

    private static final Pattern CONFLICT = Pattern.compile("(<{7}|>{7})(\\s.*)?");
    private static final Pattern MARKER = Pattern.compile("(<{7}|>{7}|\\|{7})(\\s.*)?|={7}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonParser parser;
    private int keyLine = 1;

    private LockfileReaderCodec(JsonParser parser) {
        this.parser = parser;
    }

    static LockfileReading read(String text) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> lines = json.lines().toList();
        if (lines.stream().anyMatch(line -> CONFLICT.matcher(line).matches())) {
            return new Rejected(new Conflict(markers(lines)));
        }
        if (json.isBlank()) {
            return new Rejected(new Malformed(1, Flaw.EMPTY, "", Optional.empty()));
        }
        try {
            // A version of the future may hold anything, so it is looked for before anything else is judged.
            parse(json, LockfileReaderCodec::version);
            return new Present(parse(json, LockfileReaderCodec::lockfile));
        } catch (Rejection e) {
            return new Rejected(e.problem);
        }
    }

    private static List<Integer> markers(List<String> lines) {
        List<Integer> markers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (MARKER.matcher(lines.get(i)).matches()) {
                markers.add(i + 1);
            }
        }
        return markers;
    }

    private interface Reading<T> {
        T read(LockfileReaderCodec reader) throws IOException, Rejection;
    }

    private static <T> T parse(String json, Reading<T> reading) throws Rejection {
        try (JsonParser parser = JSON.createParser(json)) {
            LockfileReaderCodec reader = new LockfileReaderCodec(parser);
            parser.nextToken();
            T result = reading.read(reader);
            if (parser.nextToken() != null) {
                throw reader.malformed(Flaw.NOT_JSON, "something after the end", Optional.empty());
            }
            return result;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new IllegalStateException("a string can always be read", e);
        }
    }

    private static Rejection notJson(JsonProcessingException problem) {
        JsonLocation where = Optional.ofNullable(problem.getLocation()).orElse(JsonLocation.NA);
        String detail = problem instanceof JsonEOFException
                ? "it ends before it is whole"
                : "column " + Math.max(1, where.getColumnNr()) + " does not go on as JSON does";
        return new Rejection(new Malformed(Math.max(1, where.getLineNr()), Flaw.NOT_JSON, detail, Optional.empty()));
    }

    private boolean version() throws IOException, Rejection {
        boolean[] seen = {false};
        object("the lockfile", key -> {
            if (key.equals("version")) {
                seen[0] = true;
                String found = parser.getText();
                if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                    throw malformed(Flaw.WRONG_TYPE, key, Optional.of("a whole number"));
                }
                if (!found.equals(Integer.toString(Lockfile.VERSION))) {
                    throw new Rejection(new UnknownVersion(line(), found));
                }
            } else {
                parser.skipChildren();
            }
        });
        if (!seen[0]) {
            throw malformed(Flaw.MISSING_KEY, "version", Optional.empty());
        }
        return true;
    }

    private Lockfile lockfile() throws IOException, Rejection {
        Map<Tagged, LockedImage> images = new TreeMap<>();
        boolean[] seen = {false};
        object("the lockfile", key -> {
            switch (key) {
                case "version" -> parser.getText();
                case "images" -> {
                    seen[0] = true;
                    object(key, name -> images.put(reference(name), image(name)));
                }
                default -> throw badKey(Flaw.UNKNOWN_KEY, key, "version, images");
            }
        });
        if (!seen[0]) {
            throw malformed(Flaw.MISSING_KEY, "images", Optional.empty());
        }
        return Lockfile.of(images);
    }

    private Tagged reference(String name) throws Rejection {
        try {
            if (ImageReference.parse(name) instanceof Tagged tagged
                    && tagged.toString().equals(name)) {
                return tagged;
            }
        } catch (InvalidReferenceException e) {
            // Told below: whatever the reason, the key is not what stands here.
        }
        throw badKey(Flaw.BAD_REFERENCE, name, "docker.io/library/python:3.12-slim");
    }

    private LockedImage image(String name) throws IOException, Rejection {
        Fields fields = new Fields();
        int start = line();
        object(name, key -> {
            switch (key) {
                case "digest" -> fields.digest = Optional.of(digest(key));
                case "mediaType" -> fields.mediaType = Optional.of(mediaType(key));
                case "os" -> fields.os = Optional.of(string(key));
                case "created" -> fields.created = Optional.of(time(key));
                case "platforms" -> object(key, platform -> fields.platforms.put(platform(platform), digest(platform)));
                default -> throw badKey(Flaw.UNKNOWN_KEY, key, "digest, mediaType, os, created, platforms");
            }
        });
        return new LockedImage(
                fields.digest.orElseThrow(() -> missing(start, "digest", name)),
                fields.mediaType.orElseThrow(() -> missing(start, "mediaType", name)),
                fields.os,
                fields.created,
                fields.platforms);
    }

    private static Rejection missing(int line, String key, String name) {
        return new Rejection(new Malformed(line, Flaw.MISSING_KEY, key, Optional.of(name)));
    }

    private static final class Fields {
        private Optional<Digest> digest = Optional.empty();
        private Optional<MediaType> mediaType = Optional.empty();
        private Optional<String> os = Optional.empty();
        private Optional<Instant> created = Optional.empty();
        private final TreeMap<Platform, Digest> platforms = new TreeMap<>();
    }

    private interface Field {
        void read(String key) throws IOException, Rejection;
    }

    /** Reads each field of an object, the parser standing at its value. */
    private void object(String owner, Field field) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed(Flaw.WRONG_TYPE, owner, Optional.of("an object"));
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = requireNonNull(parser.currentName());
            if (!seen.add(key)) {
                throw malformed(Flaw.DUPLICATE_KEY, key, Optional.empty());
            }
            keyLine = line();
            parser.nextToken();
            field.read(key);
        }
    }

    private String string(String key) throws IOException, Rejection {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(Flaw.WRONG_TYPE, key, Optional.of("a string"));
        }
        return parser.getText();
    }

    private Digest digest(String key) throws IOException, Rejection {
        String text = string(key);
        return Digest.parse(text).orElseThrow(() -> malformed(Flaw.BAD_DIGEST, text, Optional.of(key)));
    }

    private Platform platform(String text) throws Rejection {
        Optional<Platform> platform = Platform.parse(text);
        return platform.filter(parsed -> parsed.toString().equals(text))
                .orElseThrow(() -> badKey(
                        Flaw.BAD_PLATFORM,
                        text,
                        platform.orElse(Platform.LINUX_AMD64).toString()));
    }

    /** Anything else would pass for a single image, of which less is asked. */
    private MediaType mediaType(String key) throws IOException, Rejection {
        String text = string(key);
        MediaType type = new MediaType(text);
        if (!type.value().equals(text) || !(type.isIndex() || type.isManifest())) {
            throw malformed(Flaw.WRONG_TYPE, key, Optional.of("the media type of an image"));
        }
        return type;
    }

    private Instant time(String key) throws IOException, Rejection {
        String text = string(key);
        try {
            Instant time = Instant.parse(text);
            // Fractions and offsets would not be written again as they stand.
            if (time.truncatedTo(ChronoUnit.SECONDS).toString().equals(text)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Told below: no time, or not in the one form that it has here.
        }
        throw malformed(Flaw.BAD_TIME, text, Optional.of("2025-08-05T21:43:51Z"));
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private Rejection malformed(Flaw flaw, String subject, Optional<String> expected) {
        return new Rejection(new Malformed(line(), flaw, subject, expected));
    }

    /** A key is read before its value is looked at, which may stand in another line. */
    private Rejection badKey(Flaw flaw, String key, String expected) {
        return new Rejection(new Malformed(keyLine, flaw, key, Optional.of(expected)));
    }

    /** Carries a problem out of the depth of the parser. */
    private static final class Rejection extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient LockfileProblem problem;

        Rejection(LockfileProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }
    }
}
