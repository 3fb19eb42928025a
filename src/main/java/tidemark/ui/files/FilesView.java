package tidemark.ui.files;

import java.util.List;
import javafx.scene.Node;
import tidemark.library.records.FileId;

/// A way to show files: as a table, or as a grid of pictures.
interface FilesView {
    /// The node that has the keyboard focus while a person is in the files.
    Node node();

    /// Shows these files from now on. What is selected stays so; where all of it is gone, what took its place is.
    void show(List<FileLine> lines);

    /// Shows how far transfers are.
    void showTransfers();

    /// The selected files, in the order on show.
    List<FileLine> selected();

    /// Selects these files alone.
    void select(List<FileId> ids);
}
