package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Whatever a stranger's layer is made of, it is read or refused, and what is read of it survives the cache. */
class LayerFuzzTest {
    private static final LayerLimits SMALL = new LayerLimits(1 << 22, 1 << 20, 10, 1 << 16, 1000, 1 << 16);

    @FuzzTest(maxDuration = "15s")
    void layerIsReadOrRefused(FuzzedDataProvider data) throws IOException {
        LayerQuestion question = LayerQuestion.all(Wanted.of("etc/os-release", "usr/lib/os-release", "a/"));
        LayerReading reading =
                new LayerReader(question, SMALL).read(new ByteArrayInputStream(data.consumeRemainingAsBytes()));
        if (reading instanceof LayerReading.Read(LayerFiles files, boolean whole)) {
            RootFiles root = RootFiles.of(List.of(files, files));
            RootFiles again = RootFiles.of(List.of(files, LayerFilesCodec.read(LayerFilesCodec.write(files))));
            assertThat(again.folder("a").keySet()).isEqualTo(root.folder("a").keySet());
            assertThat(ReleaseEvidence.of(again)).isEqualTo(ReleaseEvidence.of(root));
        }
    }
}
