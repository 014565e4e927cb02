package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs named {@code docker-credential-NAME} that know credentials. Each is asked once for one registry, however many
 * images want to know; whatever is wrong with one is told, and counts as knowing nothing.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">docker-credential-helpers</a>
 */
public final class CredentialPrograms {
    private static final String PREFIX = "docker-credential-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<String, String> environment;
    private final Supplier<Duration> patience;
    private final Consumer<CredentialWarning> warn;
    private final CompletableFuture<HelperRun.Outcome> over = new CompletableFuture<>();
    private final Map<Question, Optional<Credential>> known = new ConcurrentHashMap<>();

    /**
     * The programs on the search path of this environment.
     *
     * @param environment that they are given, with a {@code PATH}
     * @param patience how long one may take that begins now; nothing if there is no time left
     * @param warn told what is wrong with one
     */
    public CredentialPrograms(
            Map<String, String> environment, Supplier<Duration> patience, Consumer<CredentialWarning> warn) {
        this.environment = Map.copyOf(environment);
        this.patience = patience;
        this.warn = warn;
    }

    private record Question(String helper, String scope) {}

    /** Ends those that run, with all that they started, and starts no more. */
    public void interrupt() {
        over.complete(new HelperRun.Outcome.BrokenOff());
    }

    /** @param scope the host, or with a part of a repository's path */
    Optional<Credential> ask(String helper, String scope) {
        return known.computeIfAbsent(new Question(helper, scope), this::answer);
    }

    private Optional<Credential> answer(Question question) {
        String program = PREFIX + question.helper();
        Optional<Path> file =
                NAME.matcher(question.helper()).matches() ? onPath(program).findFirst() : Optional.empty();
        if (file.isEmpty()) {
            warn.accept(new CredentialWarning.HelperMissing(program, question.scope()));
            return Optional.empty();
        }
        Duration limit = patience.get();
        if (over.isDone() || !limit.isPositive()) {
            return Optional.empty();
        }
        String server = question.scope().equals(Repository.DOCKER_HUB) ? AuthEntries.HUB_KEY : question.scope();
        HelperRun run = new HelperRun(file.get(), environment, limit, over);
        return switch (run.get(server)) {
            case HelperRun.Outcome.Known(Credential credential) -> Optional.of(credential);
            case HelperRun.Outcome.NotFound none -> Optional.empty();
            case HelperRun.Outcome.BrokenOff broken -> Optional.empty();
            case HelperRun.Outcome.Failed(String detail) -> {
                warn.accept(new CredentialWarning.HelperFailed(program, question.scope(), detail));
                yield Optional.empty();
            }
            case HelperRun.Outcome.Late late -> {
                warn.accept(new CredentialWarning.HelperSlow(program, question.scope(), limit));
                yield Optional.empty();
            }
        };
    }

    /** Relative folders are passed over: a project that is checked must not bring its own programs. */
    private Stream<Path> onPath(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .flatMap(CredentialPrograms::folder)
                .filter(Path::isAbsolute)
                .flatMap(folder -> Stream.of(folder.resolve(program), folder.resolve(program + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static Stream<Path> folder(String text) {
        try {
            return text.isEmpty() ? Stream.empty() : Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
