package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of rpm's three databases; the files were written by rpm and by Berkeley DB themselves. */
class RpmDatabaseTest {
    private static final String SQLITE = "var/lib/rpm/rpmdb.sqlite";
    private static final String NDB = "usr/lib/sysimage/rpm/Packages.db";
    private static final String BERKELEY = "var/lib/rpm/Packages";
    private static final List<String> PACKAGES = List.of(
            "bash 5.1.8-6.el9_1 x86_64",
            "big 1.0~rc1^git5-2 x86_64",
            "openssl-libs 1:3.0.7-24.el9 x86_64",
            "tzdata 2024a-1.el9 noarch");

    @ParameterizedTest
    @CsvSource({SQLITE + ",rpmdb.sqlite.gz", BERKELEY + ",Packages.gz"})
    void readsWhatRpmInstalled(String path, String resource) {
        List<InstalledPackage> packages = Recorded.packages(path, Recorded.file(resource));

        assertThat(packages).extracting(Recorded::words).isEqualTo(PACKAGES);
        assertThat(packages.get(2).sonames()).containsExactly("libcrypto.so.3", "libssl.so.3");
    }

    @Test
    void readsTheDatabaseOfSuse() throws UnreadablePackagesException {
        assertThat(Recorded.packages(NDB, ndb())).extracting(Recorded::words).isEqualTo(PACKAGES);
    }

    @Test
    void prefersTheDatabaseThatIsInUse() {
        Map<String, byte[]> files = Map.of(
                SQLITE, Recorded.file("rpmdb.sqlite.gz"), BERKELEY, "left behind".getBytes(StandardCharsets.UTF_8));

        assertThat(PackageDatabases.read(files)).isInstanceOf(PackageReading.Found.class);
    }

    @Test
    void saysThatPartOfItIsInTheJournal() {
        Map<String, byte[]> files = new HashMap<>(Map.of(SQLITE, Recorded.file("rpmdb.sqlite.gz")));
        files.put(SQLITE + "-wal", new byte[0]);
        assertThat(PackageDatabases.read(files)).isInstanceOf(PackageReading.Found.class);

        files.put(SQLITE + "-wal", new byte[32]);
        assertThat(PackageDatabases.read(files)).isEqualTo(new NotReadable(SQLITE, Flaw.UNFINISHED));
    }

    @ParameterizedTest
    @CsvSource({SQLITE, NDB, BERKELEY})
    void saysThatItDoesNotKnowTheFormat(String path) {
        byte[] other = "a text, which is none of the databases that rpm ever had".getBytes(StandardCharsets.UTF_8);

        assertThat(PackageDatabases.read(Map.of(path, other))).isEqualTo(new NotReadable(path, Flaw.UNKNOWN_FORMAT));
    }

    @ParameterizedTest
    @CsvSource({SQLITE + ",rpmdb.sqlite.gz", BERKELEY + ",Packages.gz"})
    void neverTakesACutFileForAWholeOne(String path, String resource) {
        byte[] whole = Recorded.file(resource);
        for (int length = 4096; length < whole.length; length += 4096) {
            byte[] part = Arrays.copyOf(whole, length);

            PackageReading reading = PackageDatabases.read(Map.of(path, part));

            if (reading instanceof PackageReading.Found(PackageList packages, var source)) {
                assertThat(packages.packages()).as("cut at %d", length).hasSize(PACKAGES.size());
            } else {
                assertThat(reading).isInstanceOf(NotReadable.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({SQLITE + ",rpmdb.sqlite.gz", BERKELEY + ",Packages.gz"})
    void endsWhateverIsDamaged(String path, String resource) {
        byte[] whole = Recorded.file(resource);
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            int page = 4096 * random.nextInt(damaged.length / 4096);
            for (int j = 0; j < 3; j++) {
                damaged[page + random.nextInt(120)] = (byte) random.nextInt(256);
            }

            assertThat(PackageDatabases.read(Map.of(path, damaged))).isNotNull();
        }
    }

    /** Laid out as rpm's own source has it: a page of slots, then the blobs in blocks of 16 bytes. */
    private static byte[] ndb() throws UnreadablePackagesException {
        ByteBuffer file = ByteBuffer.allocate(128 << 10).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RpmP")).putInt(0).putInt(1).putInt(1);
        for (int slot = 32; slot < 4096; slot += 16) {
            file.put(slot, ascii("Slot"));
        }
        int number = 0;
        int block = 4096 / 16;
        for (SqliteRow row : SqliteTable.rows(Recorded.file("rpmdb.sqlite.gz"), "Packages")) {
            byte[] blob = row.bytes(1);
            int blocks = (16 + blob.length + 12 + 15) / 16;
            number++;
            file.position(32 + 16 * number + 4).putInt(number).putInt(block).putInt(blocks);
            file.position(16 * block)
                    .put(ascii("BlbS"))
                    .putInt(number)
                    .putInt(1)
                    .putInt(blob.length);
            file.put(blob);
            block += blocks;
        }
        return Arrays.copyOf(file.array(), 16 * block);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
