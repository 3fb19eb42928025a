package tidemark.ui.editor;

import java.util.Optional;
import tidemark.library.Projects;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The drafts' access to projects.
record ProjectSource(Projects projects) implements Draft.Source<Project, ProjectDetails> {
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
        return projects.save(was, now).now();
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
