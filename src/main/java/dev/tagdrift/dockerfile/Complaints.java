package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one logical line.
 *
 * <p>Of a trigger, BuildKit refuses the form at once, and all else only where a stage is built on it.
 */
final class Complaints {
    private final SourceText line;
    private final List<DockerfileProblem> ofForm = new ArrayList<>();
    private final List<DockerfileProblem> others = new ArrayList<>();
    private boolean templateTold;

    Complaints(SourceText line) {
        this.line = line;
    }

    void add(DockerfileProblem problem) {
        others.add(problem);
    }

    void add(SourceText words, SyntaxError error) {
        others.add(new BadSyntax(words.line(), words.written(), error));
    }

    /** Complains about the line as a whole. */
    void add(SyntaxError error) {
        add(line.strip(), error);
    }

    void addForm(SyntaxError error) {
        SourceText words = line.strip();
        ofForm.add(new BadSyntax(words.line(), words.written(), error));
    }

    void addForms(List<DockerfileProblem> forms) {
        ofForm.addAll(forms);
    }

    void template(SourceText template) {
        others.add(new Template(template.line(), template.written()));
    }

    /** Whether the word is one of a template, which is told once for the line. */
    boolean isTemplate(SourceText word) {
        boolean found = TemplateMarks.in(word).isPresent();
        if (found && !templateTold) {
            TemplateMarks.in(line).ifPresent(this::template);
            templateTold = true;
        }
        return found;
    }

    List<DockerfileProblem> ofForm() {
        return List.copyOf(ofForm);
    }

    List<DockerfileProblem> others() {
        return List.copyOf(others);
    }

    List<DockerfileProblem> all() {
        List<DockerfileProblem> all = new ArrayList<>(ofForm);
        all.addAll(others);
        return List.copyOf(all);
    }
}
