package dev.tagdrift.testing;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trouble at random. Which request meets which trouble depends on the seed, on what is asked for and on how often that
 * was asked before, and not on the order in which threads ask.
 */
public final class Chaos implements Fault {
    private final long seed;
    private final double share;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> made = new TreeMap<>();

    /**
     * Makes trouble.
     *
     * @param seed of all chance
     * @param share of the requests that meet trouble, from 0 to 1
     */
    public Chaos(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    @Override
    public Response answer(Request request, Responder next) {
        String question = request.method() + " " + request.path();
        int times = asked.merge(question, 1, Integer::sum);
        Random random = new Random(seed * 31 + question.hashCode() * 17L + times);
        random.nextLong();
        if (random.nextDouble() >= share) {
            return next.answer(request);
        }
        Trouble trouble = Trouble.ALL.get(random.nextInt(Trouble.ALL.size()));
        count(trouble.name());
        return trouble.way().answer(request, next, random);
    }

    private synchronized void count(String trouble) {
        made.merge(trouble, 1, Integer::sum);
    }

    /** How often each trouble was made. */
    public synchronized Map<String, Integer> made() {
        return new TreeMap<>(made);
    }
}
