package dev.tagdrift.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/** Why a file could not be read or written, in a few words. */
final class Reasons {
    static final String NO_FOLDER = "its folder does not exist";
    static final String NO_PLACE = "none can be made there";
    static final String A_FOLDER = "it is a folder";
    static final String A_LOCKFILE = "it has the name of a lockfile";
    static final String A_DOCKERFILE = "it has the name of a Dockerfile";
    static final String SETTINGS = "it is the settings";
    static final String LOCKFILE = "it is the lockfile";
    static final String HISTORY = "it is the history";
    static final String SCANNED = "it is scanned for images";
    static final String TWICE = "another `--output` names it too";

    private Reasons() {}

    static String ofWriting(IOException problem) {
        return problem instanceof NoSuchFileException ? NO_FOLDER : of(problem);
    }

    /** Of a folder that is made where it is missing. */
    static String ofMaking(IOException problem) {
        return problem instanceof NoSuchFileException ? NO_PLACE : of(problem);
    }

    static String of(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (problem instanceof AccessDeniedException) {
            return "that is not permitted";
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return "a file stands where a folder should be";
        }
        if (problem instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        String system = problem instanceof FileSystemException inFile ? inFile.getReason() : problem.getMessage();
        return Optional.ofNullable(system)
                .map(words -> words.toLowerCase(Locale.ROOT))
                .orElse("the file system does not say why");
    }
}
