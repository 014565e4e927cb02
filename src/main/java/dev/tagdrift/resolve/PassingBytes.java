package dev.tagdrift.resolve;

import java.io.IOException;
import java.io.InputStream;

/** A look at the bytes of a blob on their way to a {@link BlobReader}: one alone is read as many are. */
public abstract class PassingBytes extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] into, int offset, int length) throws IOException;
}
