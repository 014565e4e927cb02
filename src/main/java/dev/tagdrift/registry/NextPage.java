package dev.tagdrift.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Reads where a list in pages goes on: the header {@code Link} of the relation {@code next} (RFC 8288 section 3). */
final class NextPage {
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>([^<]*+)");

    /** Takes nothing back: the header is a stranger's, and long. */
    private static final Pattern RELATIONS = Pattern.compile(
            ";\\s*+rel\\s*+=\\s*+(?:\"(?<several>[^\"]*+)\"|(?<one>[^\\s;,\"]++)(?!\"))", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    /** Only of this server, whoever replied: what is asked there may bring credentials. */
    static Optional<HttpUrl> of(Reply reply, Origin server) {
        return reply.headers().values("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> isNext(link.group(2)))
                .flatMap(link -> Optional.ofNullable(reply.url().resolve(link.group(1))).stream())
                .filter(page -> Origin.of(page).equals(server))
                .findFirst();
    }

    private static boolean isNext(String parameters) {
        return RELATIONS
                .matcher(parameters)
                .results()
                .map(rel -> Optional.ofNullable(rel.group("several")).orElseGet(() -> rel.group("one")))
                .flatMap(rel -> Stream.of(rel.split("\\s", -1)))
                .anyMatch("next"::equalsIgnoreCase);
    }
}
