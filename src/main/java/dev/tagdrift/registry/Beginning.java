package dev.tagdrift.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.AsyncTimeout;

/** Waits for the beginning of an answer, whose end may take longer. */
final class Beginning extends AsyncTimeout {
    private final Call call;

    private Beginning(Call call) {
        this.call = call;
    }

    static Response of(Call call, Duration longest) throws IOException {
        Beginning beginning = new Beginning(call);
        beginning.timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        beginning.enter();
        try {
            return call.execute();
        } catch (IOException e) {
            throw beginning.exit() ? new InterruptedIOException("timeout") : e;
        } finally {
            beginning.exit();
        }
    }

    @Override
    protected void timedOut() {
        call.cancel();
    }
}
