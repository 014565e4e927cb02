package dev.tagdrift.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a credential helper once.
 *
 * @param program to run
 * @param environment it is given
 * @param limit how long it may take, before it is ended with all that it started
 */
record HelperRun(Path program, Map<String, String> environment, Duration limit) {
    private static final int MOST = 64 * 1024;

    /** What came of it. */
    sealed interface Outcome {
        /**
         * It knows.
         *
         * @param credential for the server
         */
        record Known(Credential credential) implements Outcome {}

        /** It works, and knows nothing about the server. */
        record NotFound() implements Outcome {}

        /**
         * It does not work.
         *
         * @param detail in what way, in words that are not its own
         */
        record Failed(String detail) implements Outcome {}

        /** It did not answer in time. */
        record Late() implements Outcome {}
    }

    Outcome get(String server) {
        try {
            return talk(start(), server);
        } catch (IOException e) {
            return new Outcome.Failed("it cannot be run");
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "get");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().remove("DOCKER_AUTH_CONFIG");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Outcome talk(Process process, String server) {
        CompletableFuture<byte[]> output = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("credential-helper").start(() -> read(process, server, output));
        try {
            byte[] told = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? HelperAnswerCodec.read(process.exitValue(), told)
                    : new Outcome.Late();
        } catch (TimeoutException e) {
            return new Outcome.Late();
        } catch (ExecutionException e) {
            return new Outcome.Failed("it breaks off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("it was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void read(Process process, String server, CompletableFuture<byte[]> output) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((server + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // One that answers without reading what it is asked is as good.
        }
        try (InputStream out = process.getInputStream()) {
            output.complete(out.readNBytes(MOST));
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }
}
