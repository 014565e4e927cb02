package dev.tagdrift.dockerfile;

import java.util.List;

/**
 * What a build of a Dockerfile pulls.
 *
 * @param pulls in the order of the file
 * @param problems in the order of the file; each hides the images of its own words only
 * @param stages in the order of the file
 */
public record Pulls(List<Pull> pulls, List<DockerfileProblem> problems, List<BuildStage> stages) {
    /** Copies the lists. */
    public Pulls {
        pulls = List.copyOf(pulls);
        problems = List.copyOf(problems);
        stages = List.copyOf(stages);
    }
}
