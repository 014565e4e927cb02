package dev.tagdrift.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tagdrift.lockfile.JsonCodec;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.source.ImageUse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes JSON that a person can read and two runs write alike. */
final class JsonText {
    private final JsonGenerator json;

    private JsonText(JsonGenerator json) {
        this.json = json;
    }

    /** Content that is written piece by piece. */
    @FunctionalInterface
    interface Content {
        void write() throws IOException;
    }

    /** Writes one document. */
    @FunctionalInterface
    interface Document {
        void write(JsonText json) throws IOException;
    }

    /** An object. */
    static String of(Document document) {
        return written(json -> json.object(() -> document.write(json)));
    }

    /** A list. */
    static String list(Document document) {
        return written(json -> {
            json.json.writeStartArray();
            document.write(json);
            json.json.writeEndArray();
        });
    }

    private static String written(Document document) {
        return JsonCodec.write(generator -> document.write(new JsonText(generator)));
    }

    void object(Content content) throws IOException {
        json.writeStartObject();
        content.write();
        json.writeEndObject();
    }

    void field(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    void field(String name, Optional<?> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeString(value.get().toString());
        } else {
            json.writeNull();
        }
    }

    void field(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** A whole number, or null. */
    void numberField(String name, Optional<Long> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeNumber(value.get());
        } else {
            json.writeNull();
        }
    }

    void field(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void objectField(String name, Content content) throws IOException {
        json.writeFieldName(name);
        object(content);
    }

    /** A list of texts. */
    void texts(String name, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    /** A list of objects. */
    <T> void objects(String name, Collection<T> elements, Element<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T element : elements) {
            object(() -> writer.write(element));
        }
        json.writeEndArray();
    }

    /** Where an image is named. */
    void uses(List<ImageUse> uses) throws IOException {
        objects("uses", uses, use -> {
            field("path", use.location().path());
            field("line", use.location().line());
        });
    }

    /** Why something could not be done. */
    void problem(Message message) throws IOException {
        field("id", message.id().toString());
        field("where", message.where());
        words(message);
    }

    /** What a person is told. */
    void words(Message message) throws IOException {
        field("message", message.sentence());
        facts(message.facts());
        texts("hints", message.hints());
    }

    /** The facts that a person is told, by label. */
    void facts(List<Fact> facts) throws IOException {
        objectField("facts", () -> {
            for (Fact fact : facts) {
                texts(fact.label(), fact.items());
            }
        });
    }
}
