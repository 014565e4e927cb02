package dev.tagdrift.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs a credential helper once, and ends it with all that it started.
 *
 * @param program to run
 * @param environment it is given
 * @param limit how long it may take
 * @param over completed, as broken off, when nobody waits for its answer any more
 */
record HelperRun(Path program, Map<String, String> environment, Duration limit, CompletableFuture<Outcome> over) {
    private static final int MOST = 64 * 1024;
    private static final long SECOND_THOUGHTS_MILLIS = 500;

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

        /** Nobody waits for its answer any more. */
        record BrokenOff() implements Outcome {}
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
        CompletableFuture<Outcome> answer =
                output.thenCombine(process.onExit(), (told, ended) -> HelperAnswerCodec.read(ended.exitValue(), told));
        try {
            return onSecondThoughts(
                    answer.applyToEither(over, Function.identity()).get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Late();
        } catch (ExecutionException e) {
            return new Outcome.Failed("it breaks off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.BrokenOff();
        } finally {
            end(process);
        }
    }

    /** A terminal sends Ctrl-C to everybody, and the helper may be the first who ends of it. */
    private Outcome onSecondThoughts(Outcome outcome) throws ExecutionException, InterruptedException {
        if (!(outcome instanceof Outcome.Failed)) {
            return outcome;
        }
        try {
            return over.get(SECOND_THOUGHTS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return outcome;
        }
    }

    /** The helper first: it would go on to its next command. What it started is known as long as it runs. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
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
