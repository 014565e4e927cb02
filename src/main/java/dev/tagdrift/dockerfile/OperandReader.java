package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.Instruction.Assignment;
import dev.tagdrift.dockerfile.Instruction.Env;
import dev.tagdrift.dockerfile.Instruction.Other;
import dev.tagdrift.dockerfile.Instruction.Workdir;
import dev.tagdrift.dockerfile.LogicalLine.Document;
import java.util.ArrayList;
import java.util.List;

/** Reads the operands that name no image: what BuildKit would refuse about them, and the words that it would expand. */
final class OperandReader {
    private final Command command;
    private final char escape;
    private final Complaints complaints;
    private final List<Word> words = new ArrayList<>();

    OperandReader(Command command, char escape, Complaints complaints) {
        this.command = command;
        this.escape = escape;
        this.complaints = complaints;
    }

    /** The words to expand, but for those that are the same afterwards. */
    List<Word> words() {
        return words.stream().filter(word -> !word.isPlain()).toList();
    }

    void checkFlags(FlagRules rules) {
        rules.broken(command.flags()).forEach(flag -> complaints.add(flag.whole(), SyntaxError.BAD_FLAG));
    }

    /** CMD, ENTRYPOINT and, but for its flags and mounts, RUN. */
    void commandLine() {
        form(command.operands());
    }

    /** ADD and COPY. */
    void files(FlagRules rules, List<Document> documents) {
        checkFlags(rules);
        List<Word> operands = list();
        if (operands.size() < 2) {
            complaints.add(SyntaxError.MISSING_OPERAND);
            return;
        }
        if (Heredocs.of(operands.getLast().text()).isPresent()) {
            complaints.add(SyntaxError.BAD_HEREDOC);
        }
        for (String flag : List.of("chown", "chmod", "checksum")) {
            command.flags().value(flag).map(Word::of).ifPresent(words::add);
        }
        operands.stream().filter(word -> Heredocs.of(word.text()).isEmpty()).forEach(words::add);
        documents.stream()
                .filter(document -> document.heredoc().expanded())
                .forEach(document -> words.add(new Word(document.text().written(), document.text(), true)));
    }

    /** VOLUME. */
    void volumes() {
        checkFlags(FlagRules.NONE);
        List<Word> operands = list();
        if (operands.isEmpty() || operands.stream().anyMatch(word -> word.text().isBlank())) {
            complaints.add(SyntaxError.MISSING_OPERAND);
        }
        words.addAll(operands);
    }

    /** EXPOSE. */
    void ports() {
        checkFlags(FlagRules.NONE);
        required(command.operands());
        Words.split(command.operands()).stream().map(Word::of).forEach(words::add);
    }

    /** USER and STOPSIGNAL. */
    void one() {
        required(command.operands());
        words.add(Word.of(command.operands()));
    }

    Instruction workdir() {
        checkFlags(FlagRules.NONE);
        one();
        return command.operands().isEmpty() ? new Other() : new Workdir(command.operands());
    }

    void maintainer() {
        checkFlags(FlagRules.NONE);
        required(command.operands());
    }

    void shell() {
        checkFlags(FlagRules.NONE);
        JsonStrings strings = form(command.operands());
        if (strings.form() == JsonStrings.Form.NONE
                || (strings.isArray() && strings.values().isEmpty())) {
            complaints.add(SyntaxError.NOT_STRINGS);
        }
    }

    /** Whether the arguments of a check make sense is for others to say. */
    void healthcheck() {
        SourceText operands = command.operands();
        required(operands);
        int end = Words.endOfWord(operands, 0);
        if (!operands.sub(0, end).text().equalsIgnoreCase("none")) {
            checkFlags(FlagRules.HEALTHCHECK);
        }
        form(operands.from(Words.skipAsciiSpaces(operands, end)));
    }

    /** ENV and LABEL: {@code name=value ...}, or the old {@code name value}. */
    List<Assignment> assignments() {
        checkFlags(FlagRules.NONE);
        List<SourceText> pairs = Words.splitQuoted(command.operands(), escape);
        required(command.operands());
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<Assignment> assignments = pairs.getFirst().text().indexOf('=') < 0 ? oldAssignment() : assignments(pairs);
        if (assignments.stream().anyMatch(assignment -> assignment.name().isEmpty())) {
            complaints.add(SyntaxError.MISSING_OPERAND);
        }
        return assignments;
    }

    Instruction env() {
        List<Assignment> assignments = assignments();
        return assignments.isEmpty() ? new Other() : new Env(assignments);
    }

    void labels() {
        for (Assignment assignment : assignments()) {
            words.add(Word.of(assignment.name()));
            words.add(Word.of(assignment.value()));
        }
    }

    private List<Assignment> oldAssignment() {
        SourceText operands = command.operands();
        int end = Words.endOfWord(operands, 0);
        if (end == operands.length()) {
            complaints.addForm(SyntaxError.NO_ASSIGNMENT);
            return List.of();
        }
        return List.of(new Assignment(operands.sub(0, end), operands.from(Words.skipAsciiSpaces(operands, end))));
    }

    private List<Assignment> assignments(List<SourceText> pairs) {
        List<Assignment> assignments = new ArrayList<>();
        for (SourceText pair : pairs) {
            int equals = pair.text().indexOf('=');
            if (equals < 0) {
                complaints.addForm(SyntaxError.NO_ASSIGNMENT);
                return List.of();
            }
            assignments.add(new Assignment(pair.sub(0, equals), pair.from(equals + 1)));
        }
        return assignments;
    }

    private void required(SourceText operands) {
        if (operands.isEmpty()) {
            complaints.add(SyntaxError.MISSING_OPERAND);
        }
    }

    private JsonStrings form(SourceText operands) {
        JsonStrings strings = JsonStrings.of(operands);
        if (strings.form() == JsonStrings.Form.OTHERS) {
            complaints.addForm(SyntaxError.NOT_STRINGS);
        }
        return strings;
    }

    /** Operands in the exec form or between spaces. */
    private List<Word> list() {
        JsonStrings strings = form(command.operands());
        return strings.isArray()
                ? strings.values().stream()
                        .map(text -> new Word(ByteText.readable(text), command.operands(), false))
                        .toList()
                : Words.split(command.operands()).stream().map(Word::of).toList();
    }
}
