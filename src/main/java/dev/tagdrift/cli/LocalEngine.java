package dev.tagdrift.cli;

import dev.tagdrift.daemon.EngineClient;
import dev.tagdrift.daemon.EngineLocation.At;
import dev.tagdrift.daemon.EngineLocation.Unknown;
import dev.tagdrift.daemon.EngineSearch;
import dev.tagdrift.registry.PemFolder;
import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The engine of this machine, put together for one run; an engine that fails once is asked no more in that run. */
final class LocalEngine implements LocalImages {
    private final LocalImages engine;
    private final Map<String, Answer<Optional<LocalImage>>> answers = new HashMap<>();
    private Optional<Answer<Optional<LocalImage>>> trouble = Optional.empty();

    private LocalEngine(LocalImages engine) {
        this.engine = engine;
    }

    static LocalImages open(Duration timeout, Surroundings surroundings) {
        return switch (new EngineSearch(surroundings.environment(), surroundings.home()).find()) {
            case At at -> new LocalEngine(watched(client(at), timeout, surroundings));
            case Unknown(NoEngine reason) -> name -> new Answer.Failed<>(reason);
        };
    }

    private static LocalImages watched(LocalImages engine, Duration timeout, Surroundings surroundings) {
        RunLimit limit = RunLimit.from(surroundings.clock(), timeout);
        WatchedEngine watched = new WatchedEngine(engine, limit, surroundings.clock());
        surroundings.interruption().onCome(watched::interrupt);
        return watched;
    }

    private static LocalImages client(At at) {
        try {
            Optional<Path> certificates = at.certificates();
            Optional<SSLContext> tls =
                    certificates.isPresent() ? Optional.of(PemFolder.tls(certificates.get())) : Optional.empty();
            return EngineClient.of(at.host(), tls);
        } catch (IOException e) {
            NoEngine reason = new NoEngine(at.host().toString(), Hindrance.TLS, Reasons.of(e));
            return name -> new Answer.Failed<>(reason);
        }
    }

    @Override
    public Answer<Optional<LocalImage>> find(String name) {
        return trouble.orElseGet(() -> answers.computeIfAbsent(name, this::ask));
    }

    private Answer<Optional<LocalImage>> ask(String name) {
        Answer<Optional<LocalImage>> answer = engine.find(name);
        if (answer.failure().isPresent()) {
            trouble = Optional.of(answer);
        }
        return answer;
    }

    @Override
    public void close() {
        engine.close();
    }
}
