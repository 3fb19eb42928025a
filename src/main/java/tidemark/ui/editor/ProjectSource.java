package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import tidemark.library.Projects;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Undo;

/// The drafts' access to projects. A save that sets status, star or due date is a step that can be undone; one of typed
/// text is none: the text has its own undo.
record ProjectSource(Projects projects, Undo undo) implements Draft.Source<Project, ProjectDetails> {
    @Override
    public ProjectId id(Project project) {
        return project.id();
    }

    @Override
    public ProjectDetails content(Project project) {
        return project.details();
    }

    @Override
    public Project withContent(Project project, ProjectDetails base) {
        return new Project(project.id(), base, project.collection(), project.trashedAt(), project.times());
    }

    @Override
    public Project save(Project was, ProjectDetails now) {
        return words(was.details(), now)
                .map(words -> undo.here(words, () -> projects.save(was, now).now()))
                .orElseGet(() -> projects.save(was, now).now());
    }

    private static Optional<String> words(ProjectDetails was, ProjectDetails now) {
        if (was.status() != now.status()) {
            return Optional.of(text("undo.status", StatusWords.of(now.status())));
        }
        if (was.starred() != now.starred()) {
            return Optional.of(text(now.starred() ? "undo.star" : "undo.unstar"));
        }
        return was.due().equals(now.due())
                ? Optional.empty()
                : Optional.of(text(now.due().isPresent() ? "undo.due" : "undo.due.none"));
    }

    @Override
    public Optional<Project> find(Project project) {
        return projects.find(project.id());
    }

    @Override
    public Rebase<ProjectDetails> rebase(ProjectDetails base, ProjectDetails mine, ProjectDetails theirs) {
        var title = Rebase.of(base.title(), mine.title(), theirs.title());
        var summary = Rebase.text(base.summary(), mine.summary(), theirs.summary());
        var status = Rebase.of(base.status(), mine.status(), theirs.status());
        var starred = Rebase.of(base.starred(), mine.starred(), theirs.starred());
        var due = Rebase.of(base.due(), mine.due(), theirs.due());
        return new Rebase<>(
                new ProjectDetails(title.base(), summary.base(), status.base(), starred.base(), due.base()),
                new ProjectDetails(title.value(), summary.value(), status.value(), starred.value(), due.value()));
    }
}
