package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import tidemark.files.ContentState;
import tidemark.library.records.LibraryId;
import tidemark.ui.base.Picture;
import tidemark.ui.markdown.TextAttachments;

/// The files of the open project as one of its texts shows them, and gets more of.
///
/// @param owner the id of the project or the note
/// @param actions opens files
/// @param adding adds what is put into a text to the project
record ProjectAttachments(FilesModel model, LibraryId owner, Pictures pictures, FileActions actions, FileAdding adding)
        implements TextAttachments {
    @Override
    public Optional<ObservableValue<Picture>> picture(String destination) {
        return FileReference.isAddress(destination)
                ? Optional.empty()
                : Optional.of(model.lines()
                        .flatMap(_ -> model.meant(owner, destination)
                                .<ObservableValue<Picture>>map(this::picture)
                                .orElseGet(() -> new ReadOnlyObjectWrapper<>(
                                        new Picture.Absent(text("markdown.image.unknown"))))));
    }

    private ObservableValue<Picture> picture(FileLine line) {
        return line.state() == ContentState.REMOTE
                ? new ReadOnlyObjectWrapper<>(
                        new Picture.Away(FileWords.away(line.state()), () -> model.fetch(List.of(line))))
                : pictures.of(line, Bound.TEXT);
    }

    @Override
    public boolean open(String destination) {
        var meant = model.meant(owner, destination);
        meant.ifPresent(line -> actions.open(line.file()));
        return meant.isPresent();
    }

    @Override
    public boolean canTake(Clipboard board) {
        return model.project().get().isPresent() && FileAdding.canTake(board);
    }

    @Override
    public void take(Clipboard board, Consumer<String> insert) {
        model.project()
                .get()
                .ifPresent(project -> adding.take(
                        project,
                        board,
                        added -> insert.accept(
                                added.stream().map(FileReference::to).collect(Collectors.joining("\n")))));
    }
}
