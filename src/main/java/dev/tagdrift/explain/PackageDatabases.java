package dev.tagdrift.explain;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows which files of an image record its packages, and reads them. */
final class PackageDatabases {
    /** Images without a shell have a file here for each package, and another with the checksums of its files. */
    private static final String DPKG_FOLDER = "var/lib/dpkg/status.d/";

    private static final String CHECKSUMS = ".md5sums";

    private PackageDatabases() {}

    /** The files of an image that are needed to know its packages. */
    static Wanted wanted() {
        return Wanted.of(Stream.concat(
                        Stream.of(DPKG_FOLDER),
                        PackageDatabase.ALL.stream()
                                .flatMap(List::stream)
                                .flatMap(database -> Stream.of(database.path(), database.journal())))
                .toArray(String[]::new));
    }

    private static boolean isPartOfDpkg(String path) {
        return path.startsWith(DPKG_FOLDER) && !path.endsWith(CHECKSUMS);
    }

    /**
     * Reads what is recorded.
     *
     * @param files those of the image that are needed, by path
     */
    static PackageReading read(Map<String, byte[]> files) {
        List<InstalledPackage> packages = new ArrayList<>();
        for (PackageDatabase database : inUse(files)) {
            if (contents(files, database.journal()).length > 0) {
                return new NotReadable(database.path(), Flaw.UNFINISHED);
            }
            try {
                packages.addAll(database.reader().read(contents(files, database.path())));
            } catch (UnreadablePackagesException e) {
                return new NotReadable(database.path(), e.flaw());
            }
        }
        return PackageReading.of(new PackageList(packages), new Source.Recorded());
    }

    private static List<PackageDatabase> inUse(Map<String, byte[]> files) {
        Stream<PackageDatabase> whole = PackageDatabase.ALL.stream()
                .flatMap(choice -> choice.stream()
                        .filter(database -> files.containsKey(database.path()))
                        .limit(1));
        Stream<PackageDatabase> parts = files.keySet().stream()
                .filter(PackageDatabases::isPartOfDpkg)
                .sorted()
                .map(path -> new PackageDatabase(path, DpkgStatus::read));
        return Stream.concat(whole, parts).toList();
    }

    private static byte[] contents(Map<String, byte[]> files, String path) {
        return files.getOrDefault(path, new byte[0]);
    }
}
