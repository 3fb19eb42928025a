package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.FileId;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.base.Services;

/// A window that shows what is in a file. Arrows go to the next file, Space and Esc close it.
final class QuickLook {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private final Services services;
    private final FileActions actions;
    private final LookBody body;
    private final Label name = new Label();
    private final Label facts = new Label();
    private Step step = (_, _) -> Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /// The way to the next file.
    @FunctionalInterface
    interface Step {
        /// The file that lies `by` places from this one.
        Optional<FileLine> from(FileId file, int by);
    }

    QuickLook(Services services, Pictures pictures, FileActions actions) {
        this.services = services;
        this.actions = actions;
        this.body = new LookBody(services, pictures);
    }

    /// Sets the way to the next file.
    void follow(Step way) {
        step = way;
    }

    /// Shows this file; closes the window where it shows that already.
    void toggle(FileLine line) {
        var window = stage.orElseGet(this::window);
        stage = Optional.of(window);
        var isShown = body.shown().map(FileLine::id).equals(Optional.of(line.id()));
        if (window.isShowing() && isShown) {
            window.hide();
        } else {
            show(window, line);
            window.show();
        }
    }

    private void show(Stage window, FileLine line) {
        name.setText(line.name().shown());
        facts.setText(FileWords.size(line));
        window.setTitle(text("look.title", line.name().shown()));
        body.show(line);
    }

    private Stage window() {
        var window = new Stage();
        window.initOwner(services.owner());
        var scene = new Scene(root(), WIDTH, HEIGHT);
        scene.getStylesheets().setAll(services.owner().getScene().getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(window, event));
        window.setScene(scene);
        window.setOnHidden(_ -> body.leave());
        return window;
    }

    private Pane root() {
        name.getStyleClass().add("title-4");
        name.setMinWidth(0);
        facts.getStyleClass().add("text-muted");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var open = new Button(text("look.open"), Icons.icon(Feather.EXTERNAL_LINK));
        open.setId("look-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> body.shown().ifPresent(line -> actions.open(line.file())));
        var head = new HBox(name, facts, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("look-head");
        var root = new BorderPane(body);
        root.setTop(head);
        root.getStyleClass().add("window");
        return root;
    }

    private void pressed(Stage window, KeyEvent event) {
        if (Keys.LOOK.matches(event) || event.getCode() == KeyCode.ESCAPE) {
            window.hide();
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            var by = event.getCode() == KeyCode.LEFT ? -1 : 1;
            body.shown().flatMap(line -> step.from(line.id(), by)).ifPresent(line -> show(window, line));
            event.consume();
        }
    }
}
