package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Package URLs as a builder could write them: everything that can be a qualifier is one. */
final class WrittenUrl {
    private WrittenUrl() {}

    static String of(ImageUrl url) {
        ImageReference image = url.reference();
        return "pkg:docker/" + image.repository().path()
                + image.tagged().map(Tagged::tag).map(tag -> "@" + tag).orElse("")
                + "?repository_url=" + encoded(image.repository().registry())
                + "&digest=" + encoded(url.digest().map(Digest::toString).orElse(""))
                + "&platform=" + encoded(url.platform().map(Platform::toString).orElse(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
