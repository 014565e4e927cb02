package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Writes the script by which a shell completes what is typed. */
@Command(
        name = "completion",
        description = "Writes the script by which a shell completes commands, options, values and image names.",
        customSynopsis = "tagdrift completion bash|zsh|fish",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  source <(tagdrift completion bash)            in ~/.bashrc",
            "  source <(tagdrift completion zsh)             in ~/.zshrc, below compinit",
            "  tagdrift completion fish | source             in ~/.config/fish/config.fish",
            "",
            "Exit codes: 0 written, 2 there is no such shell."
        })
final class CompletionCommand implements Callable<Integer> {
    /** Shells that can be taught. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandSpec all = new Commands(surroundings).line().getCommandSpec();
        surroundings
                .out()
                .print(
                        switch (shell) {
                            case BASH -> new BashCompletion(all).script();
                            case ZSH -> new ZshCompletion(all).script();
                            case FISH -> new FishCompletion(all).script();
                        });
        surroundings.out().flush();
        return ExitCode.OK;
    }
}
