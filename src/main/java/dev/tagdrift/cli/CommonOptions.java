package dev.tagdrift.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What every command takes. Not given is empty; the values are judged by who uses them. */
class CommonOptions {
    /** When to use colours. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--lockfile",
            paramLabel = "FILE",
            description = "The lockfile (default: lockfiles/base-images.lock.json under the root).")
    Optional<String> lockfile = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings (default: tagdrift.yaml in the root, if there is one).")
    Optional<String> config = Optional.empty();

    @Option(
            names = "--build-arg",
            paramLabel = "K=V",
            description = "The value of an ARG, as for `docker build`. Repeatable.")
    Map<String, String> buildArgs = new LinkedHashMap<>();

    @Option(
            names = "--build-context",
            paramLabel = "NAME=SOURCE",
            description = "What takes the place of a stage or an image, as for `docker build`:"
                    + " docker-image://REF is pulled, any other source is not. Repeatable.")
    Map<String, String> buildContexts = new LinkedHashMap<>();

    @Option(
            names = "--platform",
            paramLabel = "P",
            split = ",",
            description = "A platform that is built for, such as linux/arm64. Repeatable.")
    List<String> platforms = List.of();

    /** What goes to standard output, of commands that can tell it in several ways. */
    Format format = Format.TEXT;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "How long registries, credential helpers and the engine are waited for in all:"
                    + " 90s, 5m or 1h; a number alone is seconds (default: 10m).")
    String timeout = "10m";

    @Option(
            names = "--no-cache",
            description = "Keeps nothing of what layers told, and looks at nothing that was kept.")
    boolean noCache;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto (default), always or never.")
    Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tells only what fails.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs more: every image with the digest that was seen, folders that are left out.")
    boolean verbose;

    /** The formats that the command can write, to standard output and to files. */
    Set<Format> formats() {
        return Format.USUAL;
    }

    /** The values of {@code --output}. */
    List<String> outputs() {
        return List.of();
    }

    /** The files and folders to look at; empty for the whole root. */
    List<String> paths() {
        return List.of();
    }
}
