package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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
import tidemark.ui.base.Keys;
import tidemark.ui.base.MenuKey;
import tidemark.ui.base.ScreenBounds;

/// The window in which conflicts are resolved one by one, or all alike at once. It is not modal.
public final class ConflictWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;
    private static final double MIN_WIDTH = 640;
    private static final double MIN_HEIGHT = 420;

    /// The width in pixels from which the list has room beside the conflict.
    private static final double LIST_FROM = 960;

    private final ConflictsModel model;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final Label title = new Label();
    private final Label position = new Label();
    private final HBox steps = new HBox();
    private final ConflictList list;
    private final ToggleButton listToggle = Icons.toggle(Feather.SIDEBAR, text("conflict.list.toggle"));
    private final KeysButton keys = new KeysButton();
    private final BooleanProperty isPreview = new SimpleBooleanProperty();
    private final ConflictButtons buttons;
    private Optional<ConflictBody> body = Optional.empty();
    private Optional<String> shown = Optional.empty();
    private boolean hadRoom = true;

    /// A window that belongs to `owner` and shares its style sheets; it appears with [#show].
    ///
    /// @param undo takes the person's last step back
    /// @param redo makes the step that was undone last again
    public ConflictWindow(ConflictsModel model, Window owner, Runnable undo, Runnable redo) {
        this.model = model;
        this.list = new ConflictList(model);
        this.buttons = new ConflictButtons(model, this::saveMerged, stage::hide);
        stage.initOwner(owner);
        stage.setTitle(text("conflict.window"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        var scene = new Scene(root);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        Keys.UNDO.combinations().forEach(keys -> scene.getAccelerators().put(keys, undo));
        Keys.REDO.combinations().forEach(keys -> scene.getAccelerators().put(keys, redo));
        MenuKey.install(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        stage.setScene(scene);
        root.getStyleClass().addAll("window", "conflict-window");
        root.setTop(head());
        root.setBottom(buttons);
        addList(scene);
        model.content().subscribe(_ -> draw());
        model.comparison().shown().subscribe(_ -> draw());
        model.pieces().subscribe(_ -> draw());
        model.preview().subscribe(_ -> draw());
    }

    /// Adds the list of conflicts, which is there at first where it has room.
    private void addList(Scene scene) {
        root.setLeft(list);
        list.managedProperty().bind(list.visibleProperty());
        listToggle.setId("conflict-list-toggle");
        listToggle.setSelected(true);
        listToggle.setOnAction(_ -> draw());
        scene.widthProperty().subscribe(width -> {
            var hasRoom = width.doubleValue() >= LIST_FROM;
            if (hasRoom != hadRoom) {
                hadRoom = hasRoom;
                listToggle.setSelected(hasRoom);
                draw();
            }
        });
    }

    /// Shows the window, on the model's current conflict.
    public void show() {
        model.openFirst();
        if (!stage.isShowing()) {
            place();
        }
        stage.show();
        stage.toFront();
    }

    /// Places the window over its owner, no larger than the screen; once it was open, where it was left.
    private void place() {
        var owner = stage.getOwner();
        var wanted = Double.isNaN(stage.getX())
                ? new Rectangle2D(
                        Math.max(0, owner.getX() + (owner.getWidth() - WIDTH) / 2),
                        Math.max(0, owner.getY() + (owner.getHeight() - HEIGHT) / 2),
                        WIDTH,
                        HEIGHT)
                : new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        ScreenBounds.apply(stage, wanted);
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
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(listToggle, title, gap, steps, keys);
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
        var hasMany = current.isPresent() && count > 1 && model.preview().get().isEmpty();
        steps.setVisible(hasMany);
        listToggle.setVisible(hasMany);
        listToggle.setManaged(hasMany);
        list.setVisible(hasMany && listToggle.isSelected());
        if (!model.preview().get().isEmpty()) {
            title.setText(text("conflict.all.title", model.preview().get().size()));
            shown = Optional.empty();
            root.setCenter(new BulkPreview(model));
        } else if (current.isEmpty()) {
            title.setText(text("conflict.none"));
            shown = Optional.empty();
            body = Optional.empty();
            root.setCenter(nothing());
        } else if (isReady(current.get()) && !shown.equals(Optional.of(key(current.get(), model)))) {
            show(current.get());
        }
    }

    /// Whether all that the conflict's body shows was read; until then the one before stays.
    private boolean isReady(Conflict conflict) {
        var hasPieces = conflict.subject().isText() && conflict.all().isReadable();
        return !hasPieces
                || model.pieces()
                        .get()
                        .filter(pieces -> pieces.conflict().equals(conflict))
                        .isPresent();
    }

    /// The key of what is on show: a conflict is drawn again when a version or its row has changed, or when the name of
    /// this device, which its words need, was read after it was shown.
    private static String key(Conflict conflict, ConflictsModel model) {
        return conflict.id()
                + model.content().get().words().device().name()
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
        root.setCenter(made.node());
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
            case TEXT -> new TextBody(model.pieces().get().orElseThrow(), words, model.comparison(), isPreview);
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

    /// Handles the keys, which the keys button shows.
    private void press(KeyEvent event) {
        var isKey = (!isTyping(event) && pressed(Keys.LATER, event, stage::hide))
                || pressed(Keys.OVERVIEW, event, keys::toggle)
                || pressed(Keys.CONFLICT_LIST, event, listToggle::fire)
                || pressed(Keys.NEXT_CONFLICT, event, model::next)
                || pressed(Keys.PREVIOUS_CONFLICT, event, model::previous)
                || pressed(Keys.SAVE_RESULT, event, this::saveMerged)
                || body.map(open -> open.press(event)).orElse(false);
        if (isKey) {
            event.consume();
        }
    }

    private static boolean pressed(Keys key, KeyEvent event, Runnable action) {
        var isPressed = key.matches(event);
        if (isPressed) {
            action.run();
        }
        return isPressed;
    }

    /// Whether the key goes to lines that are being edited: Esc ends that first.
    private static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof PieceEditor;
    }
}
