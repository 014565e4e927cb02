package dev.tagdrift;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A checkout small enough to be built by a script: the real launcher in a folder whose name has a blank, a Maven that
 * records its calls, and Javas that print what they are started with.
 *
 * <p>The launcher sees no program and no Java of the machine, except the tools listed here.
 */
final class FakeCheckout {
    private static final List<String> TOOLS = List.of(
            "sh", "cat", "cksum", "find", "mkdir", "mktemp", "mv", "readlink", "rm", "rmdir", "sleep", "tail", "touch");
    private static final Path LAUNCHER = Path.of("tagdrift").toAbsolutePath();

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    FakeCheckout(Path folder) throws IOException {
        root = folder.resolve("with blank");
        Files.createDirectories(folder());
        Files.createDirectories(bin());
        for (String tool : TOOLS) {
            executable(bin().resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        String script = Files.readString(LAUNCHER)
                .replace("/usr/lib/jvm/*", "'" + root.resolve("jvm") + "'/*")
                .replaceAll("(?m)^( +)/(opt|usr|Library)/", "$1/nowhere/$2/");
        executable(folder().resolve("tagdrift"), script);
        environment.put("PATH", bin().toString());
        environment.put("HOME", root.resolve("home").toString());
    }

    /** The same with sources, Maven and a Java that can build and run it. */
    static FakeCheckout ready(Path folder) throws IOException {
        FakeCheckout checkout = new FakeCheckout(folder);
        checkout.sources();
        checkout.maven("true");
        checkout.jdk("jdk-25", "25.0.3");
        return checkout;
    }

    Path folder() {
        return root.resolve("a checkout");
    }

    Path bin() {
        return root.resolve("bin");
    }

    Path jar() {
        return folder().resolve("target/launcher/tagdrift.jar");
    }

    Path source() {
        return folder().resolve("src/main/Main.java");
    }

    private Path calls() {
        return root.resolve("calls");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    void sources() throws IOException {
        Files.createDirectories(source().getParent());
        Files.writeString(source(), "class Main {}");
        Files.writeString(folder().resolve("pom.xml"), "<project/>");
    }

    /** Installs a Maven that does what is given before it makes a jar. */
    void maven(String first) throws IOException {
        executable(bin().resolve("mvn"), """
                #!/bin/sh
                echo "$JAVA_HOME" >>'%s'
                for word in "$@"; do
                    case $word in -Dtagdrift.buildDirectory=*) out=${word#*=} ;; esac
                done
                echo 'words of Maven'
                %s || exit 1
                mkdir -p "$out"
                echo jar >"$out/tagdrift.jar"
                """.formatted(calls(), first));
    }

    /** Installs a Java that prints its name and arguments, one to a line. */
    Path java(String name, String version) throws IOException {
        Path home = root.resolve("jvm").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                echo %s
                for word in "$@"; do echo "$word"; done
                case "$*" in *'exit with 3') exit 3 ;; esac
                """.formatted(name));
        return home;
    }

    Path jdk(String name, String version) throws IOException {
        Path home = java(name, version);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    /** The JAVA_HOME of each call of Maven. */
    List<String> builds() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    /** What lies in the launcher's own folder. */
    List<String> leftovers() throws IOException {
        try (var files = Files.list(jar().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    void edit(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(root, folder().resolve("tagdrift").toString(), arguments));
    }

    Process start(Path directory, String command, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Run finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the launcher did not end: " + err);
        }
        return new Run(process.exitValue(), out.lines().toList(), err);
    }

    record Run(int exit, List<String> out, String err) {
        /** The Java that ran the program; the first line that the fake ones print. */
        String java() {
            return out.isEmpty() ? "none: " + err : out.getFirst();
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IOException("not on the PATH: " + tool);
    }
}
