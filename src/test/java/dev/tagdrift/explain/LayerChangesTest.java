package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.testing.Resolved;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerChangesTest {
    /** Layers of these names, each as large as its name is long. */
    private static List<Layer> layers(String... names) {
        return Stream.of(names)
                .map(name -> new Layer(
                        new Descriptor(Resolved.digest(name), new MediaType("tar")), name.length(), new TreeMap<>()))
                .toList();
    }

    @Test
    void countsWhatIsSharedFromTheLowestOn() {
        assertThat(LayerChanges.between(layers("base", "python", "app"), layers("base", "python", "app2", "more")))
                .isEqualTo(new LayerChanges(2, 3, 4, 13, 18));
    }

    @Test
    void layerOnTopOfAnotherBaseIsNotShared() {
        assertThat(LayerChanges.between(layers("a", "same"), layers("b", "same"))
                        .shared())
                .isZero();
    }

    @Test
    void oneCanBeTheBeginningOfTheOther() {
        assertThat(LayerChanges.between(layers("a"), layers("a", "b")).shared()).isEqualTo(1);
        assertThat(LayerChanges.between(layers(), layers("a"))).isEqualTo(new LayerChanges(0, 0, 1, 0, 1));
    }
}
