package dev.tagdrift;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages, and what each may see: the table of the architecture, as data. */
final class Layers {
    static final String ROOT = "dev.tagdrift.";

    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final String YAML = "org.snakeyaml.engine.";
    private static final Layer[] TABLE = {
        layer("image", ""),
        layer("dockerfile", "image"),
        layer("settings", "image", YAML),
        layer("source", "image dockerfile settings", YAML, "org.eclipse.jgit."),
        layer("auth", "image", JACKSON),
        layer("resolve", "image"),
        layer("registry", "image resolve auth settings", "okhttp3.", "okio.", "kotlin.", JACKSON),
        layer("daemon", "image resolve", "com.github.dockerjava.transport.", "com.github.dockerjava.okhttp.", JACKSON),
        layer("lockfile", "image source resolve", JACKSON),
        layer("drift", "image source resolve lockfile settings"),
        layer("explain", "image resolve", "org.apache.commons.compress.", "com.github.luben.zstd.", JACKSON),
        layer("history", "image", JACKSON),
        layer(
                "report",
                "image dockerfile source settings resolve lockfile drift explain history pin enforce",
                "gg.jte.",
                JACKSON),
        layer("pin", "image dockerfile source lockfile"),
        layer("enforce", "image resolve lockfile", JACKSON),
        layer("demo", "image", "com.sun.net.httpserver.", JACKSON),
        layer(
                "cli",
                "image dockerfile source settings auth resolve registry daemon lockfile drift explain history report"
                        + " pin enforce demo",
                "picocli.",
                "org.eclipse.jgit.diff.",
                "me.tongfei.progressbar.")
    };

    private Layers() {}

    static Stream<Layer> all() {
        return Arrays.stream(TABLE);
    }

    static Set<String> names() {
        return all().map(layer -> ROOT + layer.name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Layer layer(String name, String imports, String... libraries) {
        Set<String> others = Arrays.stream(imports.split(" ", -1))
                .filter(other -> !other.isEmpty())
                .collect(Collectors.toSet());
        return new Layer(name, others, Set.of(libraries));
    }

    /**
     * What a package may see, besides itself and the JDK.
     *
     * @param imports other packages of tagdrift
     * @param libraries beginnings of the packages of libraries
     */
    record Layer(String name, Set<String> imports, Set<String> libraries) {
        String packageName() {
            return ROOT + name;
        }

        boolean maySee(String packageName) {
            return packageName.equals(packageName())
                    || imports.stream().anyMatch(other -> packageName.equals(ROOT + other))
                    || libraries.stream().anyMatch((packageName + ".")::startsWith);
        }
    }
}
