package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that a guide tells to copy: a fenced block, whose first comment names it.
 *
 * @param page of the guide
 * @param language of the fence
 * @param file that it becomes
 * @param text of it
 */
record Recipe(String page, String language, String file, String text) {
    private static final Path GUIDES = Path.of("docs/guides");
    private static final Pattern FENCE = Pattern.compile(
            "^```(?<language>\\w+)\n(?<text>(?:#![^\n]*\n)?(?://|#) (?<file>\\S+)[^\n]*\n.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    static List<Recipe> all() {
        try (Stream<Path> pages = Files.list(GUIDES)) {
            return pages.sorted().flatMap(Recipe::of).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Recipe> of(Path page) {
        try {
            return FENCE.matcher(Files.readString(page))
                    .results()
                    .map(fence -> of(page.getFileName().toString(), fence));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Recipe of(String page, MatchResult fence) {
        return new Recipe(page, fence.group("language"), fence.group("file"), fence.group("text"));
    }

    /** The first one for a file. */
    static Recipe named(String file) {
        return all().stream()
                .filter(recipe -> recipe.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no recipe of " + file));
    }

    /** What this repository itself has GitHub run, which nobody copies. */
    static List<Path> ownWorkflows() {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return page + " " + file;
    }
}
