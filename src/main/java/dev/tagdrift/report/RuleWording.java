package dev.tagdrift.report;

/** The words for what can stand in a file, apart from any case of it; docs/reference/findings.md has the same. */
final class RuleWording {
    private RuleWording() {}

    /** When it is told. */
    static String when(Id id) {
        return switch (id) {
            case TAG_MOVED -> "the tag names another digest than the locked one";
            case TAG_VANISHED -> "the tag is gone, and that is known";
            case DIGEST_VANISHED -> "a digest that is locked or pinned is gone: builds from it will break";
            case PLATFORM_MISSING -> "a configured platform is not in the image";
            case CACHE_DIFFERS -> "`check --local`: the engine holds another image under the tag than the locked one";
            case NO_LOCKFILE -> "there is no lockfile yet";
            case NOT_LOCKED -> "a file names an image that the lockfile does not know";
            case INCOMPLETE -> "the entry lacks a platform that is configured now";
            case UNUSED -> "the lockfile knows an image that no file names";
            case PIN_DISAGREES -> "a file pins the tag to another digest than the lockfile";
            case PIN_BEHIND -> "the tag has moved on from a pin: the build is safe, a refresh is due";
            case BUILT_HERE -> "`check --local`: the engine holds an image of that name that came from no registry";
            case MIXED_OS -> "files are copied between stages on different releases of one system";
            case UNRESOLVED_VARIABLE -> "a variable in an image name has no value";
            case BAD_REFERENCE -> "a name does not fit the grammar of image names";
            case BAD_SYNTAX -> "BuildKit refuses the line";
            case BAD_STAGE -> "a stage cannot be used so";
            case TEMPLATE -> "the file is a template that Dockerfiles are made from";
            case UNREADABLE -> "a file cannot be read";
            // The rest stands in no file, so no format has a rule for it.
            default -> id.toString();
        };
    }

    /** What to do about it. */
    static String advice(Id id) {
        return switch (id) {
            case TAG_MOVED ->
                "look at what the image brings, test with it, then accept it with"
                        + " `tagdrift lock --upgrade-image`; or pin the locked digest in the file";
            case TAG_VANISHED -> "choose another tag, or keep the locked image by its digest while it is there";
            case DIGEST_VANISHED -> "take the current image, and test with it";
            case PLATFORM_MISSING ->
                "choose an image that has it, or take the platform out of the settings or the file";
            case CACHE_DIFFERS ->
                "build with `--pull` while the tag names the locked image; when it has moved, build the locked digest with"
                        + " `tagdrift export`, or accept the move";
            case NO_LOCKFILE, NOT_LOCKED, INCOMPLETE, UNUSED -> "run `tagdrift lock`, and commit the lockfile";
            case PIN_DISAGREES -> "let the file and the lockfile name the same digest";
            case PIN_BEHIND -> "pin the current digest when it suits you";
            case BUILT_HERE -> "if that was not on purpose, build with `--pull`";
            case MIXED_OS -> "take both images on one release";
            case UNRESOLVED_VARIABLE ->
                "give the ARG a default before the first FROM, or set `build-args` in tagdrift.yaml";
            case BAD_REFERENCE, BAD_SYNTAX, BAD_STAGE -> "correct it: `docker build` refuses it too";
            case TEMPLATE -> "leave it out with `exclude` in tagdrift.yaml, and scan what is made of it";
            case UNREADABLE -> "mend it, or leave it out with `exclude` in tagdrift.yaml";
            default -> "see its page in the documentation";
        };
    }
}
