package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import tidemark.library.Library;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;
import tidemark.ui.base.Undo;

/// The model of the editor for several projects: each edit is one transaction over all of them, and one step to undo.
public final class BatchModel {
    private final Library library;
    private final Undo undo;
    private final ObservableValue<List<ProjectId>> selected;
    private final Consumer<Runnable> afterSaving;

    /// A model of these projects.
    ///
    /// @param selected the projects that are selected, in the order of the list
    /// @param afterSaving saves what is typed, and then runs the action that it is given
    public BatchModel(
            Library library, Undo undo, ObservableValue<List<ProjectId>> selected, Consumer<Runnable> afterSaving) {
        this.library = library;
        this.undo = undo;
        this.selected = selected;
        this.afterSaving = afterSaving;
    }

    ObservableValue<List<ProjectId>> selected() {
        return selected;
    }

    /// Whether several projects are selected, so that no single one is edited.
    boolean isOpen() {
        return selected.getValue().size() > 1;
    }

    void status(Status status) {
        edit(
                "undo.status.many",
                StatusWords.of(status),
                projects -> library.projects().status(projects, status));
    }

    void due(Optional<LocalDate> due) {
        edit(
                due.isPresent() ? "undo.due.many" : "undo.due.none.many",
                "",
                projects -> library.projects().due(projects, due));
    }

    void star() {
        edit("undo.star.many", "", projects -> library.projects().star(projects));
    }

    void label(String name) {
        edit("undo.label.attach", name, projects -> library.labels().add(projects, name));
    }

    void trash() {
        edit("undo.trash", "", projects -> library.trash().put(projects));
    }

    private void edit(String key, String detail, Consumer<List<ProjectId>> change) {
        var projects = List.copyOf(selected.getValue());
        afterSaving.accept(() -> undo.told(text(key, projects.size(), detail), () -> change.accept(projects)));
    }
}
