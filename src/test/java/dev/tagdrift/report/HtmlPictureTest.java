package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.Browser;
import dev.tagdrift.testing.Fleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture in the documentation is of the page as it is; {@code -Dapprove} takes a new one with Chromium. */
class HtmlPictureTest {
    private static final Path PICTURE = Path.of("docs/images/report.png");
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1180;
    private static final int LARGEST = 300_000;

    @TempDir
    private Path folder;

    @Test
    void isOfThePageAsItIs() throws Exception {
        String page = HtmlPage.of(Fleet.of(8), "shop");
        if (System.getProperty("approve") != null) {
            take(page);
        }
        Approved.verify("report/picture.txt", Digest.of(page.getBytes(StandardCharsets.UTF_8)) + "\n");
        var picture = ImageIO.read(PICTURE.toFile());
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(picture.getHeight()).isEqualTo(HEIGHT);
        assertThat(Files.size(PICTURE)).isLessThan(LARGEST);
    }

    private void take(String page) throws Exception {
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            browser.resize(WIDTH, HEIGHT);
            browser.show("screen", "light");
            browser.open(Files.writeString(folder.resolve("page.html"), page));
            browser.value("document.querySelector('details').open = true");
            write(browser.picture());
        }
    }

    private static void write(byte[] picture) throws IOException {
        Files.createDirectories(Path.of("docs/images"));
        Files.write(PICTURE, picture);
    }
}
