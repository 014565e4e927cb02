package dev.tagdrift.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.Dns;

/** Looks up the addresses of hosts, and waits no longer than that: the system itself may wait for minutes, or for ever. */
final class BoundedDns implements Dns {
    private final Dns dns;
    private final Supplier<Duration> limit;
    private final Map<String, FutureTask<List<InetAddress>>> pending = new ConcurrentHashMap<>();

    BoundedDns(Dns dns, Supplier<Duration> limit) {
        this.dns = dns;
        this.limit = limit;
    }

    /** Says that no address was told in time. */
    static final class SlowLookupException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        SlowLookupException(String host) {
            super("the address of " + host + " is not told in time");
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        try {
            return begun(host).get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SlowLookupException(host);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : failed(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(host, e);
        }
    }

    private static UnknownHostException failed(String host, Exception cause) {
        UnknownHostException failure = new UnknownHostException(host);
        failure.initCause(cause);
        return failure;
    }

    /** However many ask, one thread at a time looks up one host; who asks after its answer has the host looked up anew. */
    private FutureTask<List<InetAddress>> begun(String host) {
        FutureTask<List<InetAddress>> own = new FutureTask<>(() -> {
            try {
                return dns.lookup(host);
            } finally {
                pending.remove(host);
            }
        });
        FutureTask<List<InetAddress>> first = pending.putIfAbsent(host, own);
        if (first != null) {
            return first;
        }
        Thread.ofPlatform().daemon().name("look-up of " + host).start(own);
        return own;
    }
}
