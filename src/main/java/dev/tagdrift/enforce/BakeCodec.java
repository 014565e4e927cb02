package dev.tagdrift.enforce;

import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.lockfile.JsonCodec;
import java.util.Collection;
import java.util.Map;

/** Writes a file for {@code docker buildx bake} that gives targets their contexts. */
public final class BakeCodec {
    private BakeCodec() {}

    /** The same contexts for each of these targets. */
    public static String write(Contexts contexts, Collection<String> targets) {
        return JsonCodec.object(json -> {
            json.writeObjectFieldStart("target");
            for (String target : targets) {
                json.writeObjectFieldStart(target);
                json.writeObjectFieldStart("contexts");
                for (Map.Entry<String, Pinned> image : contexts.images().entrySet()) {
                    json.writeStringField(image.getKey(), Contexts.source(image.getValue()));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }
}
