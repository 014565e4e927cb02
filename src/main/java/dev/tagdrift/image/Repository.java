package dev.tagdrift.image;

import java.util.regex.Pattern;

/**
 * A named place in a registry, in canonical form.
 *
 * @param registry host, with its port if one is written; Docker Hub is {@code docker.io}
 * @param path the repository's path in it, such as {@code library/python}
 */
public record Repository(String registry, String path) {
    /** The registry that a name without a host belongs to. */
    public static final String DOCKER_HUB = "docker.io";

    /** What distribution/reference allows; the host does not count. */
    static final int MAX_PATH = 255;

    /** More than DNS allows, with a port. Also keeps the patterns, which are recursive, off long texts. */
    private static final int MAX_HOST = 300;

    private static final String OFFICIAL = "library/";
    private static final Pattern HOST = Pattern.compile("(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
            + "(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*"
            + "|\\[(?:[a-fA-F0-9:]+)\\])(?::[0-9]+)?");
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");

    /** @throws IllegalArgumentException if one of the two does not fit the grammar of distribution/reference */
    public Repository {
        if (!isHost(registry) || !isPath(path)) {
            throw new IllegalArgumentException("not a repository: " + registry + "/" + path);
        }
    }

    static boolean isHost(String text) {
        return text.length() <= MAX_HOST && HOST.matcher(text).matches();
    }

    static boolean isPath(String text) {
        return text.length() <= MAX_PATH && PATH.matcher(text).matches();
    }

    /** As people write it: Docker Hub's host and its {@code library/} are left out, unless the rest has a host then. */
    public String familiar() {
        int slash = path.indexOf('/');
        boolean ambiguous = slash > 0 && ReferenceParser.isDomain(path.substring(0, slash));
        if (!registry.equals(DOCKER_HUB) || ambiguous) {
            return toString();
        }
        boolean official = path.startsWith(OFFICIAL) && path.indexOf('/', OFFICIAL.length()) < 0;
        return official ? path.substring(OFFICIAL.length()) : path;
    }

    @Override
    public String toString() {
        return registry + "/" + path;
    }
}
