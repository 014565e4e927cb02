package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One change of a file.
 *
 * @param span the bytes that go; none of them where something is only added
 * @param text that comes in their place
 */
record Edit(Span span, String text) {
    byte[] applied(byte[] content) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(content.length + text.length());
        changed.write(content, 0, span.start());
        changed.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        changed.write(content, span.end(), content.length - span.end());
        return changed.toByteArray();
    }

    boolean isIn(Span region) {
        return region.start() <= span.start() && span.end() <= region.end();
    }
}
