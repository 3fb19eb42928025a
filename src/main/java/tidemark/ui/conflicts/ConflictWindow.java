package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;

/// The window in which conflicts are resolved one by one, or all alike at once. It is not modal.
public final class ConflictWindow {
    private static final double WIDTH = 1060;
    private static final double HEIGHT = 720;

    private final ConflictsModel model;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final Label title = new Label();
    private final Label position = new Label();
    private final HBox steps = new HBox();
    private final ConflictButtons buttons;
    private Optional<ConflictBody> body = Optional.empty();
    private Optional<String> shown = Optional.empty();

    /// A window that belongs to `owner` and shares its style sheets; it appears with [#show].
    ///
    /// @param undo takes the person's last step back
    /// @param redo makes the step that was undone last again
    public ConflictWindow(ConflictsModel model, Window owner, Runnable undo, Runnable redo) {
        this.model = model;
        this.buttons = new ConflictButtons(model, this::saveMerged, stage::hide);
        stage.initOwner(owner);
        stage.setTitle(text("conflict.window"));
        var scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Z"), undo);
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Shift+Z"), redo);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        stage.setScene(scene);
        root.getStyleClass().addAll("window", "conflict-window");
        root.setTop(head());
        root.setBottom(buttons);
        model.content().subscribe(_ -> draw());
        model.comparison().shown().subscribe(_ -> draw());
        model.preview().subscribe(_ -> draw());
    }

    /// Shows the window, on the model's current conflict.
    public void show() {
        model.openFirst();
        stage.show();
        stage.toFront();
    }

    /// Whether the window is open.
    public boolean isShowing() {
        return stage.isShowing();
    }

    private void saveMerged() {
        body.ifPresent(open -> open.result().ifPresent(choice -> model.choose(open.conflict(), choice)));
    }

    private Node head() {
        title.getStyleClass().add("title-3");
        title.setId("conflict-title");
        title.setMinWidth(0);
        position.getStyleClass().add("text-muted");
        position.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        steps.getChildren()
                .setAll(
                        position,
                        step(Feather.CHEVRON_UP, "conflict.previous", model::previous),
                        step(Feather.CHEVRON_DOWN, "conflict.next", model::next));
        steps.getStyleClass().add("conflict-steps");
        var head = new HBox(title, gap, steps);
        head.getStyleClass().add("conflict-head");
        return head;
    }

    private static Button step(Feather icon, String key, Runnable action) {
        var button = Icons.button(icon, text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void draw() {
        var current = model.comparison().shown().get();
        var count = model.content().get().open().size();
        position.setText(text("conflict.position", model.number(), count));
        steps.setVisible(
                current.isPresent() && count > 1 && model.preview().get().isEmpty());
        if (!model.preview().get().isEmpty()) {
            title.setText(text("conflict.all.title", model.preview().get().size()));
            shown = Optional.empty();
            root.setCenter(new BulkPreview(model));
        } else if (current.isEmpty()) {
            title.setText(text("conflict.none"));
            shown = Optional.empty();
            body = Optional.empty();
            root.setCenter(nothing());
        } else if (!shown.equals(Optional.of(key(current.get(), model)))) {
            show(current.get());
        }
    }

    /// The key of what is on show: a conflict is drawn again when a version or its row has changed, or when the name of
    /// this device, which its words need, was read after it was shown.
    private static String key(Conflict conflict, ConflictsModel model) {
        return conflict.id()
                + model.content().get().words().device()
                + conflict.mine().hashCode()
                + conflict.theirs().hashCode()
                + conflict.current().hashCode();
    }

    private void show(Conflict conflict) {
        var words = model.content().get().words();
        shown = Optional.of(key(conflict, model));
        title.setText(words.subject(conflict));
        var made = body(conflict, words);
        body.filter(before -> before.conflict().id().equals(conflict.id())).ifPresent(before -> takeOver(made, before));
        body = Optional.of(made);
        root.setCenter(
                made instanceof TextBody && VersionStrip.isNeeded(conflict) ? withStrip(made, words) : made.node());
    }

    private Node withStrip(ConflictBody made, ConflictWords words) {
        var pane = new BorderPane(made.node());
        pane.setTop(new VersionStrip(made.conflict(), words, model.comparison()));
        return pane;
    }

    private static void takeOver(ConflictBody made, ConflictBody before) {
        if (made instanceof TextBody now && before instanceof TextBody then) {
            now.takeOver(then);
        }
    }

    private ConflictBody body(Conflict conflict, ConflictWords words) {
        if (!conflict.all().isReadable()) {
            return new UnreadableBody(conflict);
        }
        return switch (conflict.subject().rule()) {
            case TEXT -> new TextBody(conflict, words);
            case TRASH_EDIT, PURGE_EDIT -> new ExistenceBody(conflict, words, model.effects());
            case VALUE, POSITION, PARENT, FIRST, CYCLE -> new ValueBody(conflict, words, model.comparison());
        };
    }

    private static Node nothing() {
        var icon = Icons.icon(Feather.CHECK_CIRCLE);
        icon.getStyleClass().add("empty-icon");
        var words = new Label(text("conflict.none"));
        words.getStyleClass().add("title-4");
        var hint = new Label(text("empty.conflicts.hint"));
        hint.getStyleClass().addAll("text-muted", "empty-hint");
        hint.setWrapText(true);
        var box = new VBox(icon, words, hint);
        box.getStyleClass().add("empty-state");
        return new StackPane(box);
    }

    /// Handles the keys. With Alt, up and down go from hunk to hunk, left and right pick a side, and the page keys go
    /// from conflict to conflict.
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            stage.hide();
            event.consume();
        } else if (event.isAltDown() && pressWithAlt(event.getCode())) {
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            saveMerged();
            event.consume();
        }
    }

    private boolean pressWithAlt(KeyCode key) {
        switch (key) {
            case PAGE_DOWN -> model.next();
            case PAGE_UP -> model.previous();
            default -> {
                return body.map(open -> open.press(key)).orElse(false);
            }
        }
        return true;
    }
}
