package dev.tagdrift.report;

import dev.tagdrift.image.Digest;
import dev.tagdrift.source.Location;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names for entries that stay when lines shift and words are polished: what, where, of which image. */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The name of the next entry; the second of two that are alike has another one than the first. */
    String next(Entry entry) {
        String path = entry.places().stream().findFirst().map(Location::path).orElse("");
        String what = String.join("\0", entry.message().id().toString(), path, entry.subject());
        int number = seen.merge(what, 1, Integer::sum);
        return Digest.of((what + "\0" + number).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
