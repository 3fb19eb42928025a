package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import tidemark.ui.base.Picture;
import tidemark.ui.markdown.TextAttachments;

/// The files of the open project as its texts show them, and get more of.
///
/// @param adding adds what is put into a text to the project
record ProjectAttachments(FilesModel model, Pictures pictures, FileAdding adding) implements TextAttachments {
    @Override
    public Optional<ObservableValue<Picture>> picture(String destination) {
        return FileReference.isAddress(destination)
                ? Optional.empty()
                : Optional.of(model.lines()
                        .flatMap(lines -> FileReference.find(lines, destination)
                                .<ObservableValue<Picture>>map(line -> pictures.of(line, Bound.TEXT))
                                .orElseGet(() -> new ReadOnlyObjectWrapper<>(
                                        new Picture.Absent(text("markdown.image.unknown"))))));
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
