package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Set;

/**
 * What a build of a Dockerfile pulls.
 *
 * @param pulls in the order of the file
 * @param problems in the order of the file; each hides the images of its own words only
 * @param stages in the order of the file
 * @param handedDown defaults of ARGs that a stage takes over, so that more than image names may depend on them
 */
public record Pulls(List<Pull> pulls, List<DockerfileProblem> problems, List<BuildStage> stages, Set<Span> handedDown) {
    /** Copies the collections. */
    public Pulls {
        pulls = List.copyOf(pulls);
        problems = List.copyOf(problems);
        stages = List.copyOf(stages);
        handedDown = Set.copyOf(handedDown);
    }
}
