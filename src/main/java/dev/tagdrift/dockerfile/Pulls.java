package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Set;

/**
 * What a build of a Dockerfile pulls.
 *
 * @param pulls in the order of the file
 * @param problems in the order of the file; each hides the images of its own words only
 * @param handedDown defaults of ARGs that a stage takes over, so that more than image names may depend on them
 * @param stages the names of all stages, in lower case as builders compare them
 */
public record Pulls(List<Pull> pulls, List<DockerfileProblem> problems, Set<Span> handedDown, Set<String> stages) {
    /** Copies the collections. */
    public Pulls {
        pulls = List.copyOf(pulls);
        problems = List.copyOf(problems);
        handedDown = Set.copyOf(handedDown);
        stages = Set.copyOf(stages);
    }
}
