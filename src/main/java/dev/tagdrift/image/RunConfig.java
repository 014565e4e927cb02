package dev.tagdrift.image;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How containers of an image are run unless somebody says otherwise. What is not configured is empty.
 *
 * @param environment variables by name
 * @param entrypoint words of the program that is run
 * @param command words that follow the entrypoint, or the program where there is none
 * @param user that runs it, as {@code user[:group]}
 * @param directory it is run in
 * @param ports that it listens on, as {@code port[/protocol]}
 * @param volumes folders whose content outlives the container
 * @param labels by key
 * @param stopSignal that asks it to end
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md#properties">OCI image configuration,
 *     config</a>
 */
public record RunConfig(
        SortedMap<String, String> environment,
        List<String> entrypoint,
        List<String> command,
        String user,
        String directory,
        SortedSet<String> ports,
        SortedSet<String> volumes,
        SortedMap<String, String> labels,
        String stopSignal) {
    /** Nothing configured. */
    public static final RunConfig NONE = new RunConfig(
            new TreeMap<>(), List.of(), List.of(), "", "", new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), "");

    /** Copies the collections. */
    public RunConfig {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
