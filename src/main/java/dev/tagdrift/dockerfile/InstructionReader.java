package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Copy;
import dev.tagdrift.dockerfile.Instruction.Declaration;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.dockerfile.Instruction.Onbuild;
import dev.tagdrift.dockerfile.Instruction.Other;
import dev.tagdrift.dockerfile.Instruction.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a typed instruction of one logical line. */
final class InstructionReader {
    private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
    private static final Set<String> OTHERS = Set.of(
            "add",
            "cmd",
            "entrypoint",
            "env",
            "expose",
            "healthcheck",
            "label",
            "maintainer",
            "shell",
            "stopsignal",
            "user",
            "volume",
            "workdir");
    private static final Set<String> NO_TRIGGERS = Set.of("from", "maintainer", "onbuild");

    private final Command command;
    private final SourceText line;
    private final char escape;
    private final List<DockerfileProblem> problems = new ArrayList<>();
    private boolean templateTold;

    private InstructionReader(SourceText line, char escape) {
        this.line = line;
        this.command = Command.of(line);
        this.escape = escape;
    }

    static Statement read(SourceText line, char escape) {
        InstructionReader reader = new InstructionReader(line, escape);
        Instruction instruction = reader.instruction();
        return new Statement(reader.command.keyword(), instruction, List.copyOf(reader.problems));
    }

    private Instruction instruction() {
        return switch (command.name()) {
            case "from" -> from();
            case "arg" -> arg();
            case "copy" -> copy();
            case "run" -> run();
            case "onbuild" -> onbuild();
            default -> other();
        };
    }

    private Instruction from() {
        checkFlags(FlagRules.FROM);
        Optional<SourceText> platform = command.flags().value("platform").filter(value -> !value.isEmpty());
        List<SourceText> words = Words.split(command.operands());
        Optional<SourceText> name = stageName(words);
        Optional<SourceText> template = TemplateMarks.in(line);
        if (template.isPresent()) {
            report(template.get());
            return new From(Optional.empty(), Optional.empty(), name);
        }
        if (words.size() != 1 && (words.size() != 3 || name.isEmpty())) {
            SourceText wrong = words.isEmpty() ? command.keyword() : command.operands();
            report(wrong, SyntaxError.FROM_OPERANDS);
            return new From(Optional.empty(), platform, name);
        }
        name.ifPresent(this::checkStageName);
        return new From(Optional.of(words.getFirst()), platform, name);
    }

    /** The word behind AS, even of a broken line: a stage that is meant must not pass for an image later. */
    private static Optional<SourceText> stageName(List<SourceText> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).text().equalsIgnoreCase("as")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private void checkStageName(SourceText name) {
        if (!STAGE_NAME.matcher(name.text().toLowerCase(Locale.ROOT)).matches()) {
            problems.add(new BadStage(name.line(), name.written(), StageError.BAD_NAME));
        }
    }

    private Instruction arg() {
        checkFlags(FlagRules.NONE);
        List<Declaration> declarations = Words.splitQuoted(command.operands(), escape).stream()
                .map(InstructionReader::declaration)
                .toList();
        if (declarations.isEmpty()
                || declarations.stream().anyMatch(arg -> arg.name().isEmpty())) {
            report(line.strip(), SyntaxError.MISSING_OPERAND);
        }
        return new Arg(declarations);
    }

    private static Declaration declaration(SourceText word) {
        int equals = word.text().indexOf('=');
        return equals < 0
                ? new Declaration(word, Optional.empty())
                : new Declaration(word.sub(0, equals), Optional.of(word.from(equals + 1)));
    }

    private Instruction copy() {
        checkFlags(FlagRules.COPY);
        if (!command.isExecForm() && Words.split(command.operands()).size() < 2) {
            report(line.strip(), SyntaxError.MISSING_OPERAND);
        }
        Optional<SourceText> from = command.flags().value("from").filter(value -> !value.isEmpty());
        if (from.filter(this::isTemplate).isPresent()) {
            return new Copy(Optional.empty());
        }
        if (from.filter(value -> value.text().indexOf('$') >= 0).isPresent()) {
            report(from.get(), SyntaxError.VARIABLE_NOT_ALLOWED);
            return new Copy(Optional.empty());
        }
        return new Copy(from);
    }

    private Instruction run() {
        checkFlags(FlagRules.RUN);
        List<SourceText> from = new ArrayList<>();
        for (SourceText value : command.flags().values("mount")) {
            MountReader mount = MountReader.read(value);
            if (isTemplate(value)) {
                continue;
            }
            mount.error().ifPresent(error -> report(value, error));
            mount.from().ifPresent(from::add);
        }
        return new Run(List.copyOf(from));
    }

    private Instruction onbuild() {
        checkFlags(FlagRules.NONE);
        Command trigger = Command.of(command.operands());
        if (command.operands().isEmpty()) {
            report(line.strip(), SyntaxError.MISSING_OPERAND);
        } else if (NO_TRIGGERS.contains(trigger.name())) {
            report(line.strip(), SyntaxError.BAD_TRIGGER);
        } else {
            return new Onbuild(read(command.operands(), escape));
        }
        return new Other();
    }

    private Instruction other() {
        if (!OTHERS.contains(command.name())) {
            if (TemplateMarks.begin(line)) {
                TemplateMarks.in(line).ifPresent(this::report);
            } else {
                report(command.keyword(), SyntaxError.UNKNOWN_INSTRUCTION);
            }
        }
        return new Other();
    }

    /** Whether the word is one of a template, which is told once for the line. */
    private boolean isTemplate(SourceText word) {
        boolean found = TemplateMarks.in(word).isPresent();
        if (found && !templateTold) {
            TemplateMarks.in(line).ifPresent(this::report);
            templateTold = true;
        }
        return found;
    }

    private void checkFlags(FlagRules rules) {
        rules.broken(command.flags()).forEach(flag -> report(flag.whole(), SyntaxError.BAD_FLAG));
    }

    private void report(SourceText words, SyntaxError error) {
        problems.add(new BadSyntax(words.line(), words.written(), error));
    }

    private void report(SourceText template) {
        problems.add(new Template(template.line(), template.written()));
    }
}
