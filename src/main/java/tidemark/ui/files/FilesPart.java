package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Services;
import tidemark.ui.markdown.TextAttachments;

/// The part of the window that has to do with files: their model, the ways to add some, and their pane, which is made
/// when a project is first opened.
public final class FilesPart {
    private final Services services;
    private final FilesModel model;
    private final FileAdding adding;
    private final FileLooks looks;
    private Optional<FilesPane> pane = Optional.empty();
    private Runnable toList = () -> {};

    /// @param notice tells the person what was not added
    public FilesPart(Services services, Consumer<String> notice) {
        this.services = services;
        model = new FilesModel(
                services.files(), services.library(), services.background(), services.patient(), services.undo());
        adding = new FileAdding(services, notice);
        looks = FileLooks.of(services, model);
    }

    /// Means the files of this project from now on, or none.
    public void open(Optional<ProjectId> project) {
        model.open(project);
    }

    /// Reads the files again, because the library has changed.
    public void refresh() {
        model.refresh();
    }

    /// The adding of files to any project.
    public FileAdding adding() {
        return adding;
    }

    /// The name of the pane, with the number of files.
    public ObservableValue<String> title() {
        return model.lines()
                .map(lines -> lines.isEmpty() ? text("editor.files") : text("editor.files.count", lines.size()));
    }

    /// The pane with the files.
    public FilesPane pane() {
        var made = pane.orElseGet(() -> new FilesPane(services, model, adding, looks));
        made.onLeave(toList);
        pane = Optional.of(made);
        return made;
    }

    /// Sets the way from the files to the list of projects.
    public void onLeave(Runnable way) {
        toList = way;
        pane.ifPresent(made -> made.onLeave(way));
    }

    /// Asks for files to add to the open project.
    public void choose() {
        model.project().get().ifPresent(adding::choose);
    }

    /// Lets files be dropped on this node for the open project.
    ///
    /// @param isOnShow whether the node shows that project
    public void acceptDropsOn(Node node, BooleanSupplier isOnShow) {
        FileDrop.install(node, adding, () -> model.project().get().filter(_ -> isOnShow.getAsBoolean()));
    }

    /// The files of the open project, as one of its texts shows them and gets more of.
    ///
    /// @param text the id of the project or the note
    public TextAttachments attachments(LibraryId text) {
        return new ProjectAttachments(model, text, looks.pictures(), looks.actions(), adding);
    }
}
