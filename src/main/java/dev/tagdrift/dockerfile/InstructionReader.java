package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Copy;
import dev.tagdrift.dockerfile.Instruction.Declaration;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.dockerfile.Instruction.Onbuild;
import dev.tagdrift.dockerfile.Instruction.Other;
import dev.tagdrift.dockerfile.Instruction.Run;
import dev.tagdrift.dockerfile.LogicalLine.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a typed instruction of one logical line. */
final class InstructionReader {
    private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
    private static final Set<String> NO_TRIGGERS = Set.of("from", "maintainer", "onbuild");

    /** BuildKit reads a trigger as a file of its own, in which no directive has set another character. */
    private static final char TRIGGER_ESCAPE = '\\';

    private final Command command;
    private final SourceText line;
    private final List<Document> documents;
    private final char escape;
    private final Complaints complaints;
    private final OperandReader operands;

    private InstructionReader(SourceText line, List<Document> documents, char escape) {
        this.line = line;
        this.documents = documents;
        this.command = Command.of(line);
        this.escape = escape;
        this.complaints = new Complaints(line);
        this.operands = new OperandReader(command, escape, complaints);
    }

    static Statement read(LogicalLine line, char escape) {
        InstructionReader reader = new InstructionReader(line.text(), line.documents(), escape);
        Instruction instruction = reader.instruction();
        return new Statement(reader.command.keyword(), instruction, reader.operands.words(), reader.complaints.all());
    }

    private Instruction instruction() {
        return switch (command.name()) {
            case "from" -> from();
            case "arg" -> arg();
            case "copy" -> copy();
            case "run" -> run();
            case "onbuild" -> onbuild();
            case "env" -> operands.env();
            case "workdir" -> operands.workdir();
            default -> other();
        };
    }

    private Instruction from() {
        operands.checkFlags(FlagRules.FROM);
        Optional<SourceText> platform = command.flags().value("platform").filter(value -> !value.isEmpty());
        List<SourceText> words = Words.split(command.operands());
        Optional<SourceText> name = stageName(words);
        Optional<SourceText> template = TemplateMarks.in(line);
        if (template.isPresent()) {
            complaints.template(template.get());
            return new From(Optional.empty(), Optional.empty(), name);
        }
        if (words.size() != 1 && (words.size() != 3 || name.isEmpty())) {
            SourceText wrong = words.isEmpty() ? command.keyword() : command.operands();
            complaints.add(wrong, SyntaxError.FROM_OPERANDS);
            return new From(Optional.empty(), platform, name);
        }
        name.ifPresent(this::checkStageName);
        return new From(Optional.of(words.getFirst()), platform, name);
    }

    /** The word behind AS, even of a broken line: a stage that is meant must not pass for an image later. */
    private static Optional<SourceText> stageName(List<SourceText> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).written().equalsIgnoreCase("as")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private void checkStageName(SourceText name) {
        if (!STAGE_NAME.matcher(name.written().toLowerCase(Locale.ROOT)).matches()) {
            complaints.add(new BadStage(name.line(), name.written(), StageError.BAD_NAME));
        }
    }

    /** Flags of an ARG are read and ignored. */
    private Instruction arg() {
        List<Declaration> declarations = Words.splitQuoted(command.operands(), escape).stream()
                .map(InstructionReader::declaration)
                .toList();
        if (declarations.isEmpty()
                || declarations.stream().anyMatch(arg -> arg.name().isEmpty())) {
            complaints.add(SyntaxError.MISSING_OPERAND);
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
        operands.files(FlagRules.COPY, documents);
        Optional<SourceText> from = command.flags().value("from").filter(value -> !value.isEmpty());
        if (from.filter(complaints::isTemplate).isPresent()) {
            return new Copy(Optional.empty());
        }
        if (from.filter(value -> !isLiteral(value)).isPresent()) {
            complaints.add(from.get(), SyntaxError.VARIABLE_NOT_ALLOWED);
            return new Copy(Optional.empty());
        }
        return new Copy(from);
    }

    /** Whether expansion leaves the name as it is. */
    private boolean isLiteral(SourceText name) {
        try {
            String written = name.written();
            return Expander.expand(written, escape, Variables.NONE).text().equals(written);
        } catch (BadWordException e) {
            return false;
        }
    }

    private Instruction run() {
        operands.checkFlags(FlagRules.RUN);
        operands.commandLine();
        List<Mount> mounts = new ArrayList<>();
        for (SourceText value : command.flags().values("mount")) {
            if (complaints.isTemplate(value)) {
                continue;
            }
            MountReader.Reading reading = MountReader.read(value);
            reading.error().ifPresent(error -> complaints.add(value, error));
            mounts.add(reading.mount());
        }
        return new Run(List.copyOf(mounts));
    }

    private Instruction onbuild() {
        operands.checkFlags(FlagRules.NONE);
        SourceText trigger = command.operands();
        if (trigger.isEmpty()) {
            complaints.add(SyntaxError.MISSING_OPERAND);
            return new Other();
        }
        InstructionReader asWritten = new InstructionReader(trigger, List.of(), escape);
        asWritten.instruction();
        complaints.addForms(asWritten.complaints.ofForm());
        if (NO_TRIGGERS.contains(asWritten.command.name())) {
            complaints.add(SyntaxError.BAD_TRIGGER);
            return new Other();
        }
        InstructionReader triggered = new InstructionReader(trigger, documents, TRIGGER_ESCAPE);
        Instruction instruction = triggered.instruction();
        return new Onbuild(new Statement(
                triggered.command.keyword(), instruction, triggered.operands.words(), triggered.complaints.others()));
    }

    private Instruction other() {
        switch (command.name()) {
            case "add" -> operands.files(FlagRules.ADD, documents);
            case "cmd", "entrypoint" -> {
                operands.checkFlags(FlagRules.NONE);
                operands.commandLine();
            }
            case "expose" -> operands.ports();
            case "healthcheck" -> operands.healthcheck();
            case "label" -> operands.labels();
            case "maintainer" -> operands.maintainer();
            case "shell" -> operands.shell();
            case "stopsignal" -> operands.one();
            case "user" -> {
                operands.checkFlags(FlagRules.NONE);
                operands.one();
            }
            case "volume" -> operands.volumes();
            default -> unknown();
        }
        return new Other();
    }

    private void unknown() {
        if (TemplateMarks.begin(line)) {
            TemplateMarks.in(line).ifPresent(complaints::template);
        } else {
            complaints.add(command.keyword(), SyntaxError.UNKNOWN_INSTRUCTION);
        }
    }
}
