package dev.tagdrift.explain;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what rpm stores of one package: an index of tags, and the values that it points to.
 *
 * @see <a href="https://rpm-software-management.github.io/rpm/manual/format_header.html">rpm's header format</a>
 */
final class RpmHeader {
    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int ARCHITECTURE = 1022;
    private static final int SOURCE_RPM = 1044;
    private static final int PROVIDES = 1047;

    private static final int INT32 = 4;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;

    private static final int PREAMBLE = 8;
    private static final int ENTRY = 16;

    /** A key that signs packages is stored like one. */
    private static final String SIGNING_KEY = "gpg-pubkey";

    private static final Pattern SONAME = Pattern.compile("[^/()]+\\.so(\\.[^/()]+)?");

    private final Bytes header;
    private final long entries;
    private final long values;
    private final long end;

    private RpmHeader(Bytes header) throws UnreadablePackagesException {
        this.header = header;
        entries = header.u32(0);
        values = PREAMBLE + entries * ENTRY;
        end = values + header.u32(4);
        if (end > header.length()) {
            throw UnreadablePackagesException.malformed();
        }
    }

    /** The package, unless it is something else that rpm stores like one. */
    static Optional<InstalledPackage> read(byte[] blob) throws UnreadablePackagesException {
        RpmHeader header = new RpmHeader(new Bytes(blob, ByteOrder.BIG_ENDIAN));
        String name = header.string(NAME);
        return name.equals(SIGNING_KEY) ? Optional.empty() : Optional.of(header.toPackage(name));
    }

    private InstalledPackage toPackage(String name) throws UnreadablePackagesException {
        long epoch = number(EPOCH);
        String version = string(VERSION);
        String release = string(RELEASE);
        if (version.isEmpty() || release.isEmpty()) {
            throw UnreadablePackagesException.malformed();
        }
        return PackageFields.checked(
                PackageFormat.RPM,
                name,
                (epoch == 0 ? "" : epoch + ":") + version + "-" + release,
                string(ARCHITECTURE),
                sourceName(string(SOURCE_RPM)),
                sonames());
    }

    /** Of {@code openssl-3.0.7-24.el9.src.rpm}, what stands before version and release. */
    static String sourceName(String sourceRpm) {
        int release = sourceRpm.lastIndexOf('-');
        int version = sourceRpm.lastIndexOf('-', release - 1);
        return version < 1 ? "" : sourceRpm.substring(0, version);
    }

    /** What is provided as {@code libssl.so.3(OPENSSL_3.0.0)(64bit)} is a symbol version of the library before the bracket. */
    private List<String> sonames() throws UnreadablePackagesException {
        List<String> sonames = new ArrayList<>();
        Optional<Entry> provides = find(PROVIDES, STRING_ARRAY);
        if (provides.isPresent()) {
            long at = provides.get().start();
            for (long i = 0; i < provides.get().count(); i++) {
                String provided = header.text(at, end);
                at += provided.length() + 1L;
                String soname = provided.split("\\(", 2)[0];
                if (soname.length() <= PackageFields.LONGEST
                        && SONAME.matcher(soname).matches()) {
                    sonames.add(soname);
                }
            }
        }
        return sonames;
    }

    private String string(int tag) throws UnreadablePackagesException {
        Optional<Entry> entry = find(tag, STRING);
        return entry.isPresent() ? header.text(entry.get().start(), end) : "";
    }

    private long number(int tag) throws UnreadablePackagesException {
        Optional<Entry> entry = find(tag, INT32);
        return entry.isPresent() ? header.u32(entry.get().start()) : 0;
    }

    private Optional<Entry> find(int tag, int type) throws UnreadablePackagesException {
        for (long at = PREAMBLE; at < values; at += ENTRY) {
            if (header.u32(at) == tag && header.u32(at + 4) == type) {
                return Optional.of(new Entry(values + header.u32(at + 8), header.u32(at + 12)));
            }
        }
        return Optional.empty();
    }

    private record Entry(long start, long count) {}
}
