package dev.tagdrift.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A file in which a package manager keeps its record, and how to read it.
 *
 * @param path in the image
 * @param reader of its format
 */
record PackageDatabase(String path, Reader reader) {
    /** Reads the packages out of a database. */
    @FunctionalInterface
    interface Reader {
        List<InstalledPackage> read(byte[] file) throws UnreadablePackagesException;
    }

    /** Of each row the first that an image has is the one in use: others were left behind by a conversion. */
    static final List<List<PackageDatabase>> ALL = List.of(
            List.of(new PackageDatabase("var/lib/dpkg/status", DpkgStatus::read)),
            List.of(
                    new PackageDatabase("usr/lib/apk/db/installed", ApkInstalled::read),
                    new PackageDatabase("lib/apk/db/installed", ApkInstalled::read)),
            List.of(
                    new PackageDatabase("usr/lib/sysimage/rpm/rpmdb.sqlite", PackageDatabase::sqlite),
                    new PackageDatabase("var/lib/rpm/rpmdb.sqlite", PackageDatabase::sqlite),
                    new PackageDatabase("usr/lib/sysimage/rpm/Packages.db", PackageDatabase::ndb),
                    new PackageDatabase("var/lib/rpm/Packages.db", PackageDatabase::ndb),
                    new PackageDatabase("usr/lib/sysimage/rpm/Packages", PackageDatabase::berkeley),
                    new PackageDatabase("var/lib/rpm/Packages", PackageDatabase::berkeley)));

    /** Where SQLite keeps what it has not yet put into the database itself. */
    String journal() {
        return path + "-wal";
    }

    private static List<InstalledPackage> sqlite(byte[] file) throws UnreadablePackagesException {
        List<byte[]> headers = new ArrayList<>();
        for (SqliteRow row : SqliteTable.rows(file, "Packages")) {
            headers.add(row.bytes(1));
        }
        return packages(headers);
    }

    private static List<InstalledPackage> ndb(byte[] file) throws UnreadablePackagesException {
        return packages(NdbBlobs.read(file));
    }

    /** Among the packages is one number, the highest that a package was given. */
    private static List<InstalledPackage> berkeley(byte[] file) throws UnreadablePackagesException {
        return packages(BerkeleyHash.read(file).stream()
                .filter(value -> value.length != Integer.BYTES)
                .toList());
    }

    private static List<InstalledPackage> packages(List<byte[]> headers) throws UnreadablePackagesException {
        List<InstalledPackage> packages = new ArrayList<>();
        for (byte[] header : headers) {
            RpmHeader.read(header).ifPresent(packages::add);
        }
        return packages;
    }
}
