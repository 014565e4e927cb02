package dev.tagdrift.image;

import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads references by the grammar and the normalisation of distribution/reference.
 *
 * <pre>
 * reference := name [ ":" tag ] [ "@" digest ]
 * name      := [ domain "/" ] path
 * domain    := host [ ":" port ]           host: dotted components or "[" IPv6 "]"
 * path      := component { "/" component }
 * component := [a-z0-9]+ { separator [a-z0-9]+ }        separator: "." | "_" | "__" | "-"+
 * tag       := [A-Za-z0-9_] { [A-Za-z0-9_.-] }          at most 128
 * </pre>
 *
 * <p>What stands before the first slash is a domain only if it has a dot, a colon or an upper-case letter, or is
 * {@code localhost}; otherwise the name belongs to Docker Hub.
 */
final class ReferenceParser {
    private static final Pattern IMAGE_ID = Pattern.compile("[a-f0-9]{64}");
    private static final String DEFAULT_TAG = "latest";

    private final String text;

    private ReferenceParser(String text) {
        this.text = text;
    }

    static ImageReference parse(String text) throws InvalidReferenceException {
        return new ReferenceParser(text).reference();
    }

    private ImageReference reference() throws InvalidReferenceException {
        if (text.isEmpty()) {
            throw broken(Reason.EMPTY);
        }
        if (IMAGE_ID.matcher(text).matches()) {
            throw broken(Reason.LOOKS_LIKE_ID);
        }
        int at = text.indexOf('@');
        String rest = at < 0 ? text : text.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        boolean bracketed = rest.startsWith("[") && rest.indexOf('/') < 0;
        Optional<String> tag = colon < 0 || bracketed ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        Repository repository = repository(tag.isPresent() ? rest.substring(0, colon) : rest);
        if (tag.isPresent() && !Tagged.isTag(tag.get())) {
            throw broken(Reason.BAD_TAG);
        }
        if (at < 0) {
            return new Tagged(repository, tag.orElse(DEFAULT_TAG));
        }
        Digest digest = Digest.parse(text.substring(at + 1)).orElseThrow(() -> broken(Reason.BAD_DIGEST));
        return tag.isPresent() ? new Tagged(repository, tag.get()).at(digest) : new Digested(repository, digest);
    }

    private Repository repository(String name) throws InvalidReferenceException {
        int slash = name.indexOf('/');
        boolean hosted = slash > 0 && isDomain(name.substring(0, slash));
        String registry = hosted ? name.substring(0, slash) : Repository.DOCKER_HUB;
        String path = hosted ? name.substring(slash + 1) : name;
        if (registry.equals("index.docker.io")) {
            registry = Repository.DOCKER_HUB;
        }
        if (registry.equals(Repository.DOCKER_HUB) && path.indexOf('/') < 0) {
            path = "library/" + path;
        }
        if (!Repository.isHost(registry)) {
            throw broken(Reason.MALFORMED);
        }
        if (path.length() > Repository.MAX_PATH) {
            throw broken(Reason.TOO_LONG);
        }
        if (!Repository.isPath(path)) {
            boolean onlyCase = Repository.isPath(path.toLowerCase(Locale.ROOT));
            throw broken(onlyCase ? Reason.UPPER_CASE : Reason.MALFORMED);
        }
        return new Repository(registry, path);
    }

    /** Whether what stands before the first slash of a name is a host. */
    static boolean isDomain(String first) {
        return first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    private InvalidReferenceException broken(Reason reason) {
        return new InvalidReferenceException(reason, text);
    }
}
