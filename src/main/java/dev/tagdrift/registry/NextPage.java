package dev.tagdrift.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Reads where a list in pages goes on: the header {@code Link} of the relation {@code next} (RFC 8288 section 3). */
final class NextPage {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(
            ";\\s*rel\\s*=\\s*(?:next\\s*(?:[;,]|$)|\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\")", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    /** Only of this server, whoever replied: what is asked there may bring credentials. */
    static Optional<HttpUrl> of(Reply reply, Origin server) {
        return reply.headers().values("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> NEXT.matcher(link.group(2)).find())
                .flatMap(link -> Optional.ofNullable(reply.url().resolve(link.group(1))).stream())
                .filter(page -> Origin.of(page).equals(server))
                .findFirst();
    }
}
