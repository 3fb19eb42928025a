package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.ui.base.ContextMenus;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.markdown.MarkdownEditor;
import tidemark.ui.markdown.TextAttachments;
import tidemark.ui.typing.LiveText;

/// The notes of the open project: their list, and the editor of the open one.
final class NotesPane extends SplitPane {
    private static final double LIST_PART = 0.26;

    private final EditorModel model;
    private final Previews previews;
    private final Function<LibraryId, TextAttachments> attachments;
    private final ListView<Note> list = new ListView<>();
    private final StackPane noteArea = new StackPane();
    private Runnable toList = () -> {};
    private boolean filling;

    /// @param attachments the pictures of a note, and what can be put into it
    NotesPane(EditorModel model, Previews previews, Function<LibraryId, TextAttachments> attachments) {
        this.model = model;
        this.attachments = attachments;
        this.previews = previews;
        getStyleClass().add("notes-pane");
        getItems().setAll(listPart(), noteArea);
        setDividerPositions(LIST_PART);
        SplitPane.setResizableWithParent(getItems().getFirst(), false);
        model.notes().subscribe(this::fill);
        model.note().subscribe(this::show);
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
    }

    /// Sets the way from the list of notes to that of projects.
    void onLeave(Runnable action) {
        toList = action;
    }

    private Node listPart() {
        list.setId("notes");
        list.getStyleClass().addAll("edge-to-edge", "notes");
        list.setAccessibleText(text("editor.notes"));
        list.setCellFactory(_ -> new NoteCell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        ContextMenus.install(list, this::menu);
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
        var title = new TitleField();
        title.setId("note-title");
        title.setPromptText(text("notes.untitled"));
        title.setAccessibleText(text("notes.title"));
        title.getStyleClass().add("note-title");
        LiveText.bind(
                title,
                draft.content().map(NoteText::title),
                typed -> draft.edit(draft.content().get().withTitle(typed)),
                model.typing().of(draft.id(), "title", draft.content().get().title()));
        var body = new MarkdownEditor(text("notes.hint"), text("notes.body"), attachments.apply(draft.id()));
        body.area().setId("note-body");
        previews.add(body);
        LiveText.bind(
                body.area(),
                draft.content().map(NoteText::body),
                typed -> draft.edit(draft.content().get().withBody(typed)),
                model.typing().of(draft.id(), "body", draft.content().get().body()));
        title.focusedProperty().subscribe(draft::flushUnless);
        body.area().focusedProperty().subscribe(draft::flushUnless);
        title.setOnAction(_ -> body.area().requestFocus());
        // The order of the parts is that of the Tab key. News comes below the text, which it must not move.
        var box = new BorderPane();
        box.setTop(title);
        box.setCenter(body);
        box.setBottom(new NotSavedBanner(draft));
        return box;
    }

    private void pressed(KeyEvent event) {
        var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        if (Keys.BACK.matches(event)) {
            toList.run();
        } else if (Keys.OPEN.matches(event)) {
            chosen.ifPresent(_ -> focus("#note-body"));
        } else if (Keys.RENAME.matches(event)) {
            chosen.ifPresent(_ -> rename());
        } else if (Keys.DELETE.matches(event)) {
            chosen.ifPresent(this::trash);
        } else if (Keys.UP.matches(event)) {
            chosen.ifPresent(note -> move(note, -1));
        } else if (Keys.DOWN.matches(event)) {
            chosen.ifPresent(note -> move(note, 1));
        }
    }

    private void focus(String part) {
        Optional.ofNullable(noteArea.lookup(part)).ifPresent(Node::requestFocus);
    }

    private void rename() {
        if (noteArea.lookup("#note-title") instanceof TitleField title) {
            title.rename();
        }
    }

    /// Moves a note to the trash, and the mark to the one that takes its place.
    private void trash(Note note) {
        var place = list.getItems().indexOf(note);
        var others =
                list.getItems().stream().filter(other -> !other.equals(note)).toList();
        model.trashNote(note.id());
        if (!others.isEmpty()) {
            list.getSelectionModel().select(others.get(Math.min(place, others.size() - 1)));
        }
    }

    /// The menu of the selected note, which shows the keys.
    private Optional<ContextMenu> menu() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(this::menu);
    }

    private ContextMenu menu(Note note) {
        var up = Keys.UP.on(item("notes.up", () -> move(note, -1)));
        up.setDisable(note.equals(list.getItems().getFirst()));
        var down = Keys.DOWN.on(item("notes.down", () -> move(note, 1)));
        down.setDisable(note.equals(list.getItems().getLast()));
        return new ContextMenu(
                Keys.RENAME.on(item("list.rename", this::rename)),
                up,
                down,
                new SeparatorMenuItem(),
                Keys.DELETE.on(item("notes.trash", () -> trash(note))));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
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

    /// A note in the list.
    private static final class NoteCell extends ListCell<Note> {
        /// A cell as wide as the list: a long title is cut, instead of making the list scroll sideways.
        NoteCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Note note, boolean empty) {
            super.updateItem(note, empty);
            if (empty || note == null) {
                setText(null);
                return;
            }
            setText(
                    note.text().title().isBlank()
                            ? text("notes.untitled")
                            : note.text().title());
        }
    }
}
