package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.Chaos;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.LoopbackProxy;
import dev.tagdrift.testing.LoopbackProxy.Conditions;
import dev.tagdrift.testing.TokenService;
import dev.tagdrift.testing.Uses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Many images in registries that make trouble, and what is true about each of them. */
final class ChaosWorld implements AutoCloseable {
    private static final int REGISTRIES = 8;

    private final Random random;
    private final List<Registry> registries = new ArrayList<>();
    private final Map<Tagged, Truth> truths = new HashMap<>();

    /**
     * Makes a world.
     *
     * @param seed of all chance
     * @param share of the requests that meet trouble
     * @param images how many there are
     * @param quiet whether every tag still names what is locked
     */
    ChaosWorld(long seed, double share, int images, boolean quiet) throws IOException {
        random = new Random(seed);
        for (int number = 0; number < REGISTRIES; number++) {
            registries.add(Registry.start(number, seed * REGISTRIES + number, share));
        }
        for (int number = 0; number < images; number++) {
            Truth truth = truth(number, quiet ? Fate.UNCHANGED : Fate.atRandom(random));
            truths.put(truth.name(), truth);
        }
    }

    /** What became of a tag since it was locked. */
    enum Fate {
        UNCHANGED,
        MOVED,
        /** It moved, and the registry has deleted what is locked. */
        REPLACED,
        TAG_GONE,
        ALL_GONE;

        static Fate atRandom(Random random) {
            return random.nextBoolean() ? UNCHANGED : values()[random.nextInt(values().length)];
        }
    }

    /**
     * What is true about a tag.
     *
     * @param name of the tag
     * @param fate of the tag
     * @param locked is in the lockfile
     * @param current is what the tag names, unless it is gone
     */
    record Truth(Tagged name, Fate fate, SyntheticImage locked, SyntheticImage current) {
        boolean exists() {
            return fate != Fate.TAG_GONE && fate != Fate.ALL_GONE;
        }
    }

    private Truth truth(int number, Fate fate) {
        Registry registry = registries.get(number % REGISTRIES);
        String repository = "team/app" + number;
        SyntheticImage locked = image("old" + number, random.nextInt(5));
        SyntheticImage other = image("new" + number, random.nextInt(5));
        registry.fake().push(repository, "1", locked);
        if (fate == Fate.MOVED || fate == Fate.REPLACED) {
            registry.fake().move(repository, "1", other);
        }
        if (fate == Fate.TAG_GONE || fate == Fate.ALL_GONE) {
            registry.fake().deleteTag(repository, "1");
        }
        if (fate == Fate.REPLACED || fate == Fate.ALL_GONE) {
            registry.fake().deleteManifest(repository, locked.digest());
        }
        return new Truth(
                Uses.tag(registry.host() + "/" + repository + ":1"),
                fate,
                locked,
                fate == Fate.UNCHANGED ? locked : other);
    }

    private static SyntheticImage image(String salt, int kind) {
        return switch (kind) {
            case 0 -> Images.single(salt);
            case 1 -> Images.dockerSingle(salt, "linux/amd64");
            case 2 -> Images.dockerIndex(salt, "linux/amd64", "linux/arm64");
            case 3 -> Images.attestedIndex(salt, "linux/amd64", "linux/arm64");
            default -> Images.index(salt);
        };
    }

    Truth truth(Tagged name) {
        return Optional.ofNullable(truths.get(name)).orElseThrow();
    }

    Inventory inventory() {
        return Uses.whole(truths.keySet().stream()
                .sorted()
                .map(name -> Uses.of(name.toString()))
                .toArray(ImageUse[]::new));
    }

    Lockfile lockfile() {
        SortedMap<Tagged, LockedImage> images = new TreeMap<>();
        truths.forEach((name, truth) -> images.put(name, locked(truth.locked())));
        return new Lockfile(images);
    }

    private static LockedImage locked(SyntheticImage image) {
        SortedMap<Platform, Digest> platforms = new TreeMap<>();
        if (image.top().descriptor().mediaType().isIndex()) {
            image.manifests().forEach((platform, manifest) -> platforms.put(platform, manifest.digest()));
        }
        return new LockedImage(
                image.digest(),
                image.top().descriptor().mediaType(),
                Optional.empty(),
                Optional.of(Images.CREATED),
                platforms);
    }

    CredentialStore credentials() {
        return repository -> registries.stream()
                .filter(registry -> registry.login() && registry.host().equals(repository.registry()))
                .<Credential>map(registry -> new Credential.UserPassword("ci", new Secret("s3cret")))
                .findFirst();
    }

    int requests() {
        return registries.stream()
                .mapToInt(registry -> registry.fake().requests().size())
                .sum();
    }

    int troubles() {
        return registries.stream()
                .flatMap(registry -> registry.chaos().made().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    int connections() {
        return registries.stream()
                .mapToInt(registry -> registry.way().connections())
                .sum();
    }

    @Override
    public void close() {
        registries.forEach(Registry::close);
    }

    /**
     * One of them.
     *
     * @param fake the registry
     * @param way to it
     * @param chaos in it
     * @param login whether it lets only {@code ci} in
     */
    private record Registry(FakeRegistry fake, LoopbackProxy way, Chaos chaos, boolean login) {
        /** A quarter asks for a login, another for tokens that may be refused at any time, the rest for nothing. */
        static Registry start(int number, long seed, double share) throws IOException {
            FakeRegistry fake = FakeRegistry.start();
            boolean login = number % 4 == 0;
            if (login) {
                fake.requireLogin("ci", "s3cret");
            } else if (number % 4 == 1) {
                forgetful(fake, share);
            }
            Chaos chaos = fake.with(new Chaos(seed, share));
            Random lengths = new Random(seed);
            int port = Integer.parseInt(fake.host().substring(fake.host().indexOf(':') + 1));
            LoopbackProxy way = LoopbackProxy.to(
                    port, Conditions.cut(connection -> share == 0 ? Long.MAX_VALUE : 1 + lengths.nextInt(100_000)));
            return new Registry(fake, way, chaos, login);
        }

        private static void forgetful(FakeRegistry fake, double share) {
            TokenService tokens = fake.requireToken();
            AtomicLong asked = new AtomicLong();
            fake.with((request, next) -> {
                if (share > 0 && asked.incrementAndGet() % 50 == 0) {
                    tokens.expireTokens();
                }
                return next.answer(request);
            });
        }

        String host() {
            return "127.0.0.1:" + way.port();
        }

        void close() {
            way.close();
            fake.close();
        }
    }
}
