package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter screen = new StringWriter();

    @Test
    void showsHowFarItIsAndWipesItOut() throws InterruptedException {
        try (Progress progress = Progress.start(new PrintWriter(screen), true, 48)) {
            progress.answered();
            awaitText();
        }
        assertThat(screen.toString())
                .contains("asking registries: 1 of 48 images")
                .endsWith("\r\u001B[K");
    }

    @Test
    void showsHowMuchOfTheLayersIsRead() throws InterruptedException {
        try (Progress progress = Progress.start(new PrintWriter(screen), true, 1)) {
            progress.expect(120_000_000);
            progress.read(34_200_000);
            awaitText();
        }
        assertThat(screen.toString()).contains("asking registries: 0 of 1 image; layers: 34.2 MB of 120.0 MB");
    }

    private void awaitText() throws InterruptedException {
        for (int i = 0; i < 600 && screen.toString().isEmpty(); i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    @Test
    void isSilentWhereNobodyLooksOn() {
        try (Progress progress = Progress.start(new PrintWriter(screen), false, 48)) {
            progress.answered();
        }
        assertThat(screen.toString()).isEmpty();
    }
}
