package dev.tagdrift.resolve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts questions to several registries at the same time, with a bound for each.
 *
 * <p>The first question to a registry that was not asked before goes alone: its challenge, if there is one, sets up the
 * rest, and a registry that is down is known before everybody waits for it. The threads are platform daemon threads, since a virtual thread that
 * did socket I/O holds the exit of the program for 300 ms.
 */
public final class Lanes {
    private final int width;
    private final boolean known;
    private final Runnable answered;

    /**
     * @param width how many questions one registry is asked at a time
     * @param answered told after each question
     */
    Lanes(int width, Runnable answered) {
        this(width, false, answered);
    }

    private Lanes(int width, boolean known, Runnable answered) {
        this.width = width;
        this.known = known;
        this.answered = answered;
    }

    /**
     * To registries that have answered before.
     *
     * @param width how many questions one registry is asked at a time
     * @param answered told after each question
     */
    public static Lanes toKnown(int width, Runnable answered) {
        return new Lanes(width, true, answered);
    }

    /** The answer to each distinct question, in their order. */
    public <Q, A> Map<Q, A> each(Collection<Q> questions, Function<Q, String> registry, Function<Q, A> ask) {
        Map<Q, CompletableFuture<A>> pending = new LinkedHashMap<>();
        List<ExecutorService> pools = new ArrayList<>();
        try {
            questions.stream()
                    .distinct()
                    .collect(Collectors.groupingBy(registry))
                    .forEach((host, lane) -> {
                        ExecutorService pool = pool(host, lane.size());
                        pools.add(pool);
                        pending.putAll(start(lane, ask, pool));
                    });
            Map<Q, A> answers = new LinkedHashMap<>();
            questions.forEach(question -> answers.computeIfAbsent(
                    question, asked -> requireNonNull(pending.get(asked)).join()));
            return answers;
        } finally {
            pools.forEach(ExecutorService::shutdownNow);
        }
    }

    private ExecutorService pool(String host, int questions) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name(host + "-", 1).factory();
        return Executors.newFixedThreadPool(Math.min(width, questions), threads);
    }

    private <Q, A> Map<Q, CompletableFuture<A>> start(List<Q> lane, Function<Q, A> ask, ExecutorService pool) {
        Map<Q, CompletableFuture<A>> pending = new LinkedHashMap<>();
        Q first = lane.getFirst();
        CompletableFuture<A> alone = CompletableFuture.supplyAsync(() -> answer(ask, first), pool);
        CompletableFuture<?> start = known ? CompletableFuture.completedFuture(first) : alone;
        pending.put(first, alone);
        lane.stream()
                .skip(1)
                .forEach(question -> pending.put(question, start.thenApplyAsync(done -> answer(ask, question), pool)));
        return pending;
    }

    private <Q, A> A answer(Function<Q, A> ask, Q question) {
        A answer = ask.apply(question);
        answered.run();
        return answer;
    }
}
