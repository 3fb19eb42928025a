package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import tidemark.ui.conflicts.Piece.Take;
import tidemark.ui.typing.TypingHistories;
import tidemark.ui.typing.TypingHistory;

/// The edits of the pieces in a table, which its rows make and are told of.
final class PieceEdits {
    /// The table in which the rows are.
    interface Table {
        /// Unfolds what the row hides, or edits its lines.
        void activate(PieceRow row);

        /// Makes this the current piece.
        void show(Piece piece);

        /// Moves the keyboard focus to the rows.
        void focusRows();
    }

    private final Table table;
    private final Map<Take, String> names;
    private final TypingHistories typing;
    private final BooleanProperty hasColumns = new SimpleBooleanProperty(true);
    private final DoubleProperty rowWidth = new SimpleDoubleProperty();
    private final List<Consumer<Piece>> listeners = new ArrayList<>();
    private Optional<PieceRow> edited = Optional.empty();

    /// @param names the labels of what can be taken
    /// @param typing the histories of what is typed into pieces
    PieceEdits(Table table, Map<Take, String> names, TypingHistories typing) {
        this.table = table;
        this.typing = typing;
        this.names = names;
    }

    Table table() {
        return table;
    }

    /// The label of what can be taken.
    String name(Take take) {
        return names.getOrDefault(take, "");
    }

    /// Whether there is room for columns.
    BooleanProperty hasColumns() {
        return hasColumns;
    }

    /// The width of a row, which the headings follow.
    DoubleProperty rowWidth() {
        return rowWidth;
    }

    /// The history of what was typed into the lines of a row, which hold `text` now.
    TypingHistory typing(PieceRow.Lines row, String text) {
        return typing.of(row.piece(), Integer.toString(row.part()), text);
    }

    /// Takes a text for a piece.
    void take(Piece piece, Take take) {
        piece.take(take);
        edited = edited.filter(row -> !row.first().equals(piece));
        table.show(piece);
        tell(piece);
    }

    /// Begins to edit the lines of a row.
    void begin(PieceRow row) {
        var before = edited;
        edited = Optional.of(row);
        before.ifPresent(left -> tell(left.first()));
        tell(row.first());
    }

    /// Whether the lines of this row are being edited.
    boolean isEdited(PieceRow row) {
        return edited.filter(row::equals).isPresent();
    }

    /// Ends the edit of a row; all that was typed is in the result.
    void end(PieceRow row) {
        if (isEdited(row)) {
            edited = Optional.empty();
            tell(row.first());
        }
    }

    /// Ends every edit, because the rows are made anew.
    void end() {
        edited = Optional.empty();
    }

    /// Tells that the text of this piece, or its edit, is another.
    void tell(Piece piece) {
        List.copyOf(listeners).forEach(listener -> listener.accept(piece));
    }

    /// Calls `listener` with each piece that changed.
    void onChange(Consumer<Piece> listener) {
        listeners.add(listener);
    }
}
