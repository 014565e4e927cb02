package dev.tagdrift.cli;

import picocli.CommandLine.Command;

/** The command that holds the others. */
@Command(name = "tagdrift", description = "Guards builds against base images that change under an unchanged tag.")
final class TagdriftCommand {}
