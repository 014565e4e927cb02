package dev.tagdrift.lockfile;

import dev.tagdrift.lockfile.LockfileProblem.Flaw;
import dev.tagdrift.lockfile.LockfileProblem.Malformed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What came of reading a lockfile. */
public sealed interface LockfileReading {
    /** There is none yet. */
    record Absent() implements LockfileReading {}

    /**
     * It was read.
     *
     * @param lockfile what it says
     */
    record Present(Lockfile lockfile) implements LockfileReading {}

    /**
     * There is one, but what it says cannot be known.
     *
     * @param problem why
     */
    record Rejected(LockfileProblem problem) implements LockfileReading {}

    /** What it says; nothing where there is none, or none that can be known. */
    default Lockfile lockfileOrEmpty() {
        return this instanceof Present present ? present.lockfile() : Lockfile.EMPTY;
    }

    /** What these bytes say: of a file, or of one of its revisions. */
    static LockfileReading of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            return new Rejected(new Malformed(line, Flaw.NOT_JSON, "bytes that are not UTF-8", Optional.empty()));
        }
        return LockfileCodec.read(text.toString());
    }
}
