package dev.tagdrift.dockerfile;

import java.util.List;

/**
 * What a build of a Dockerfile pulls.
 *
 * @param pulls in the order of the file
 * @param problems in the order of the file; each hides the images of its own words only
 */
public record Pulls(List<Pull> pulls, List<DockerfileProblem> problems) {}
