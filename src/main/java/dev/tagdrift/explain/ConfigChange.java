package dev.tagdrift.explain;

import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something about how containers of an image are run that is another now.
 *
 * @param setting that changed
 * @param name of the variable, label, port or volume; empty for what there is only one of
 * @param locked its value in the locked image, if it was set
 * @param current its value in the current image, if it is set
 */
public record ConfigChange(Setting setting, String name, Optional<String> locked, Optional<String> current) {
    /** What can be set, in the order it is told. */
    public enum Setting {
        /** What the image runs on: another variant of the processor, or another version of Windows. */
        PLATFORM,
        /** A variable of the environment. */
        ENVIRONMENT,
        /** The program that is run. */
        ENTRYPOINT,
        /** The words that follow the entrypoint. */
        COMMAND,
        /** Who runs it. */
        USER,
        /** The folder it is run in. */
        DIRECTORY,
        /** A port that it listens on. */
        PORT,
        /** A folder whose content outlives the container. */
        VOLUME,
        /** The signal that asks it to end. */
        STOP_SIGNAL,
        /** A label. */
        LABEL
    }

    /** Everything that differs between what two images say about themselves. */
    static List<ConfigChange> between(ImageConfig locked, ImageConfig current) {
        List<ConfigChange> changes = new ArrayList<>();
        texts(
                changes,
                Setting.PLATFORM,
                locked.platform().toString(),
                current.platform().toString());
        changes.addAll(between(locked.run(), current.run()));
        return List.copyOf(changes);
    }

    /** Everything that differs, by setting and name. */
    static List<ConfigChange> between(RunConfig locked, RunConfig current) {
        List<ConfigChange> changes = new ArrayList<>();
        maps(changes, Setting.ENVIRONMENT, locked.environment(), current.environment());
        words(changes, Setting.ENTRYPOINT, locked.entrypoint(), current.entrypoint());
        words(changes, Setting.COMMAND, locked.command(), current.command());
        texts(changes, Setting.USER, locked.user(), current.user());
        texts(changes, Setting.DIRECTORY, locked.directory(), current.directory());
        sets(changes, Setting.PORT, locked.ports(), current.ports());
        sets(changes, Setting.VOLUME, locked.volumes(), current.volumes());
        texts(changes, Setting.STOP_SIGNAL, locked.stopSignal(), current.stopSignal());
        maps(changes, Setting.LABEL, locked.labels(), current.labels());
        return List.copyOf(changes);
    }

    private static void maps(
            List<ConfigChange> changes,
            Setting setting,
            SortedMap<String, String> locked,
            SortedMap<String, String> current) {
        SortedSet<String> names = new TreeSet<>(locked.keySet());
        names.addAll(current.keySet());
        for (String name : names) {
            if (!Objects.equals(locked.get(name), current.get(name))) {
                changes.add(new ConfigChange(
                        setting, name, Optional.ofNullable(locked.get(name)), Optional.ofNullable(current.get(name))));
            }
        }
    }

    private static void sets(
            List<ConfigChange> changes, Setting setting, SortedSet<String> locked, SortedSet<String> current) {
        maps(changes, setting, named(locked), named(current));
    }

    private static SortedMap<String, String> named(SortedSet<String> names) {
        SortedMap<String, String> map = new TreeMap<>();
        names.forEach(name -> map.put(name, name));
        return map;
    }

    private static void words(List<ConfigChange> changes, Setting setting, List<String> locked, List<String> current) {
        texts(changes, setting, String.join(" ", locked), String.join(" ", current));
    }

    private static void texts(List<ConfigChange> changes, Setting setting, String locked, String current) {
        if (!locked.equals(current)) {
            changes.add(new ConfigChange(setting, "", set(locked), set(current)));
        }
    }

    private static Optional<String> set(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
