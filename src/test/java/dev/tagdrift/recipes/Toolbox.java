package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A folder of programs for the {@code PATH}: tagdrift as it was just compiled, and stand-ins for clients of services,
 * which write down how they were called.
 *
 * @param folder of the programs
 */
record Toolbox(Path folder) {
    static Toolbox in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Toolbox box = new Toolbox(folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return box.program(
                "tagdrift",
                "exec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=\"$HOME\" -cp '"
                        + System.getProperty("java.class.path") + "' dev.tagdrift.cli.Main \"$@\"");
    }

    /** A program that writes down its arguments, tells this, and ends well. */
    Toolbox recording(String name, String answer) throws IOException {
        return program(
                name, "printf '%s\\n' \"" + name + " $*\" >> '" + record() + "'", "printf '%s' '" + answer + "'");
    }

    Toolbox program(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    private Path record() {
        return folder.resolve("calls.txt");
    }

    /** How the stand-ins were called, in order. */
    List<String> calls() throws IOException {
        return Files.exists(record()) ? Files.readAllLines(record()) : List.of();
    }
}
