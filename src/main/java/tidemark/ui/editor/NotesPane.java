package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.InsertAt;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.ui.base.Icons;
import tidemark.ui.markdown.MarkdownEditor;

/// The notes of the open project: their list, and the editor of the open one.
final class NotesPane extends SplitPane {
    private static final double LIST_PART = 0.26;

    private final EditorModel model;
    private final BooleanProperty preview;
    private final ListView<Note> list = new ListView<>();
    private final StackPane noteArea = new StackPane();
    private boolean filling;

    NotesPane(EditorModel model, BooleanProperty preview) {
        this.model = model;
        this.preview = preview;
        getStyleClass().add("notes-pane");
        getItems().setAll(listPart(), noteArea);
        setDividerPositions(LIST_PART);
        SplitPane.setResizableWithParent(getItems().getFirst(), false);
        model.notes().subscribe(this::fill);
        model.note().subscribe(this::show);
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
    }

    private Node listPart() {
        list.setId("notes");
        list.getStyleClass().addAll("edge-to-edge", "notes");
        list.setAccessibleText(text("editor.notes"));
        list.setCellFactory(_ -> new NoteCell());
        list.setPlaceholder(new Label(text("notes.empty")));
        var add = new Button(text("notes.add"), Icons.icon(Feather.PLUS));
        add.setId("new-note");
        add.getStyleClass().addAll("flat", "add-note");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> model.addNote());
        var part = new BorderPane(list);
        part.setBottom(add);
        part.getStyleClass().add("notes-list");
        return part;
    }

    private void open(Note chosen) {
        if (!filling && chosen != null) {
            model.openNote(chosen);
        }
    }

    private void fill(List<Note> notes) {
        filling = true;
        try {
            list.getItems().setAll(notes);
            markOpen();
        } finally {
            filling = false;
        }
        if (model.note().get().isEmpty() && !notes.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void markOpen() {
        var open = model.note().get().map(draft -> draft.base().id());
        var marked = list.getItems().stream()
                .filter(note -> Optional.of(note.id()).equals(open))
                .findFirst();
        marked.ifPresentOrElse(
                note -> list.getSelectionModel().select(note),
                () -> list.getSelectionModel().clearSelection());
    }

    private void show(Optional<Draft<Note, NoteText>> draft) {
        noteArea.getChildren().setAll(draft.isPresent() ? editor(draft.get()) : noneOpen());
        draft.filter(opened -> opened.content().get().equals(new NoteText("", "")))
                .map(_ -> noteArea.lookup("#note-title"))
                .ifPresent(Node::requestFocus);
        filling = true;
        markOpen();
        filling = false;
    }

    private static Node noneOpen() {
        var words = new Label(text("notes.none"));
        words.getStyleClass().add("text-muted");
        return words;
    }

    private Node editor(Draft<Note, NoteText> draft) {
        var title = new TextField();
        title.setId("note-title");
        title.setPromptText(text("notes.untitled"));
        title.setAccessibleText(text("notes.title"));
        title.getStyleClass().add("note-title");
        LiveText.bind(
                title,
                draft.content().map(NoteText::title),
                typed -> draft.edit(draft.content().get().withTitle(typed)),
                model.typing().of(draft.id(), "title", draft.content().get().title()));
        var body = new MarkdownEditor(text("notes.hint"), text("notes.body"));
        body.area().setId("note-body");
        body.previewProperty().bindBidirectional(preview);
        LiveText.bind(
                body.area(),
                draft.content().map(NoteText::body),
                typed -> draft.edit(draft.content().get().withBody(typed)),
                model.typing().of(draft.id(), "body", draft.content().get().body()));
        title.focusedProperty().subscribe(draft::flushUnless);
        body.area().focusedProperty().subscribe(draft::flushUnless);
        title.setOnAction(_ -> body.area().requestFocus());
        // The order of the parts is that of the Tab key.
        var box = new BorderPane();
        box.setTop(new VBox(new NotSavedBanner(draft), title));
        box.setCenter(body);
        return box;
    }

    /// A note in the list, with its context menu.
    private final class NoteCell extends ListCell<Note> {
        /// A cell as wide as the list: a long title is cut, instead of making the list scroll sideways.
        NoteCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Note note, boolean empty) {
            super.updateItem(note, empty);
            if (empty || note == null) {
                setText(null);
                setContextMenu(null);
                return;
            }
            setText(
                    note.text().title().isBlank()
                            ? text("notes.untitled")
                            : note.text().title());
            setContextMenu(new ContextMenu(
                    item("notes.up", () -> move(note, -1)),
                    item("notes.down", () -> move(note, 1)),
                    item("notes.trash", () -> model.trashNote(note.id()))));
        }

        private MenuItem item(String key, Runnable action) {
            var item = new MenuItem(text(key));
            item.setOnAction(_ -> action.run());
            return item;
        }
    }

    private void move(Note note, int by) {
        var place = list.getItems().indexOf(note) + by;
        if (place < 0 || place >= list.getItems().size()) {
            return;
        }
        var behind = by > 0 ? place : place - 1;
        InsertAt<NoteId> insertAt = behind < 0
                ? new InsertAt.First<>()
                : new InsertAt.After<>(list.getItems().get(behind).id());
        model.moveNote(note.id(), insertAt);
    }
}
