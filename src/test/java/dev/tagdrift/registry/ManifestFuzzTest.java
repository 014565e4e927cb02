package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class ManifestFuzzTest {
    private static final MediaType[] HEADERS = {
        MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, MediaType.DOCKER_INDEX, MediaType.DOCKER_MANIFEST
    };

    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) throws UnreadableDocumentException {
        MediaType header = data.pickValue(HEADERS);
        byte[] body = data.consumeRemainingAsBytes();
        Digest digest = Digest.of(body);
        ResolvedImage image;
        try {
            image = ManifestCodec.read(body, digest, header);
        } catch (UnreadableDocumentException e) {
            return;
        }

        assertThat(image.digest()).isEqualTo(digest);
        if (image instanceof Index index) {
            assertThat(index.entries()).noneMatch(entry -> entry.platform().isUnknown());
        }
        if (!isCut(image)) {
            assertThat(ManifestCodec.read(WrittenDocument.of(image), digest, header))
                    .isEqualTo(image);
        }
    }

    /** The words of a platform that are longer than any are shortened, each time that they are read. */
    private static boolean isCut(ResolvedImage image) {
        return image instanceof Index index
                && index.entries().stream()
                        .anyMatch(entry -> entry.platform().toString().length() > 200);
    }
}
