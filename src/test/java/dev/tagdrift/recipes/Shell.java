package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a script by bash, with an environment of its own.
 *
 * @param exitCode it ended with
 * @param out everything it printed
 */
record Shell(int exitCode, String out) {
    private static final long PATIENCE_IN_SECONDS = 120;

    /** Runs a script as CI systems do: the first command that fails ends it. */
    static Shell run(Path folder, Map<String, String> environment, String script) throws IOException {
        Path file = Files.createTempFile("script", ".sh");
        Path out = Files.createTempFile("script", ".out");
        try {
            Files.writeString(file, script);
            ProcessBuilder bash = new ProcessBuilder(
                            "bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            Map<String, String> all = new HashMap<>(environment);
            all.putIfAbsent("PATH", System.getenv("PATH"));
            all.put("LC_ALL", "C.UTF-8");
            bash.environment().clear();
            bash.environment().putAll(all);
            Process process = bash.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + script);
            }
            return new Shell(process.exitValue(), Files.readString(out));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            Files.delete(file);
            Files.delete(out);
        }
    }
}
