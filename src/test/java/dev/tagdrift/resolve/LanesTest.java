package dev.tagdrift.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private static final int WIDTH = 3;

    private final Lanes lanes = new Lanes(WIDTH, () -> {});

    @Test
    void answersInTheOrderOfTheQuestionsAndAsksEachOnce() {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        Map<String, Integer> answers =
                lanes.each(List.of("b/1", "a/1", "b/2", "a/1", "c/1", "b/1"), LanesTest::registry, question -> {
                    asked.add(question);
                    return question.length();
                });
        assertThat(answers.keySet()).containsExactly("b/1", "a/1", "b/2", "c/1");
        assertThat(asked).containsExactlyInAnyOrder("b/1", "a/1", "b/2", "c/1");
    }

    @Test
    void nothingAskedIsNothingAnswered() {
        assertThat(lanes.each(List.<String>of(), LanesTest::registry, String::length))
                .isEmpty();
    }

    @Test
    void theFirstQuestionToARegistryGoesAlone() {
        AtomicInteger done = new AtomicInteger();
        List<Integer> before = Collections.synchronizedList(new ArrayList<>());
        lanes.each(questions("a", 20), LanesTest::registry, question -> {
            if (!question.equals("a/0")) {
                before.add(done.get());
            }
            return done.incrementAndGet();
        });
        assertThat(before).hasSize(19).doesNotContain(0);
    }

    @Test
    void theBoundIsReachedAndNeverExceeded() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier full = new CyclicBarrier(WIDTH);
        lanes.each(questions("a", 1 + 4 * WIDTH), LanesTest::registry, question -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            if (!question.equals("a/0")) {
                await(full);
            }
            return now.decrementAndGet();
        });
        assertThat(most).hasValue(WIDTH);
    }

    @Test
    void aRegistryThatHangsHoldsNoOther() {
        CountDownLatch others = new CountDownLatch(10);
        Map<String, Boolean> answers = lanes.each(
                IntStream.range(0, 11)
                        .mapToObj(i -> (i == 0 ? "slow/" : "quick/") + i)
                        .toList(),
                LanesTest::registry,
                question -> {
                    if (question.startsWith("quick/")) {
                        others.countDown();
                        return true;
                    }
                    return await(others);
                });
        assertThat(answers.values()).containsOnly(true).hasSize(11);
    }

    @Test
    void whoAsksIsADaemon() {
        Map<String, Boolean> daemons = new ConcurrentHashMap<>();
        lanes.each(questions("a", 5), LanesTest::registry, question -> {
            daemons.put(
                    question,
                    Thread.currentThread().isDaemon() && !Thread.currentThread().isVirtual());
            return question;
        });
        assertThat(daemons.values()).containsOnly(true).hasSize(5);
    }

    @Test
    void aFaultIsNotSwallowedWhicheverQuestionItComesFrom() {
        for (String bad : List.of("a/0", "a/3")) {
            IllegalStateException fault = new IllegalStateException("a fault");
            assertThatThrownBy(() -> lanes.each(questions("a", 5), LanesTest::registry, question -> {
                        if (question.equals(bad)) {
                            throw fault;
                        }
                        return question;
                    }))
                    .hasRootCause(fault);
        }
    }

    private static List<String> questions(String registry, int number) {
        return IntStream.range(0, number).mapToObj(i -> registry + "/" + i).toList();
    }

    private static String registry(String question) {
        return question.substring(0, question.indexOf('/'));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
