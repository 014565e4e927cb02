package dev.tagdrift.cli;

import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A project with one locked image, an engine that has built from it, and a registry. The layers of an image hold nothing
 * but a salt, so two images with one salt share a layer.
 *
 * @param registry where the base is, and what was pushed
 * @param engine of the machine
 * @param files of the project
 * @param locked digest of {@code python:3.12-slim}
 */
record BuiltProject(FakeRegistry registry, FakeEngine engine, TempWorkspace files, Digest locked)
        implements AutoCloseable {
    static final String NAME = "docker.io/library/python:3.12-slim";

    static BuiltProject in(Path folder) throws IOException {
        FakeRegistry registry = FakeRegistry.start();
        FakeEngine engine = FakeEngine.start();
        Digest locked = registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        TempWorkspace files = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim AS build", "FROM build", "COPY app /app")
                .done("lock");
        registry.forgetRequests();
        return new BuiltProject(registry, engine, files, locked);
    }

    /** What an image is made of that is built on these layers. */
    static ImageRecipe app(String platform, String... salts) {
        ImageRecipe recipe = ImageRecipe.of(Resolved.platform(platform));
        for (String salt : salts) {
            recipe = recipe.withLayer(Images.layer(salt), salt);
        }
        return recipe;
    }

    CommandRun verify(String image, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "verify";
        arguments[1] = image;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return files.runWith(engine.environment(), arguments);
    }

    void approve(String name, CommandRun run) {
        CommandRun unified = new CommandRun(
                run.exitCode(),
                run.out().replace(engine.host(), "ENGINE"),
                run.err().replace(engine.host(), "ENGINE"));
        Approved.verify("verify/" + name, unified, registry, files);
    }

    @Override
    public void close() {
        registry.close();
        engine.close();
    }
}
