package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import tidemark.library.Conflict;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.TidemarkWindow;
import tidemark.ui.base.LateLibrary;

/// The conflict window on a library of its own, which answers at once.
final class ShownConflicts implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    final LateLibrary late;
    final ConflictsModel model;
    private final Stage owner;
    private final ConflictWindow window;

    ShownConflicts(Path folder, boolean isDark) {
        late = new LateLibrary(folder);
        var background = late.background();
        var undo = late.undo(background);
        var clock = Clock.fixed(LateLibrary.NOW, ZoneOffset.UTC);
        model = new ConflictsModel(late.library(), background, undo, () -> "Laptop", clock);
        owner = fx(() -> owner(isDark));
        window = fx(() -> new ConflictWindow(model, owner, undo::undo, undo::redo));
    }

    private static Stage owner(boolean isDark) {
        var theme = isDark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        var scene = new Scene(new StackPane(), 300, 200);
        scene.getStylesheets()
                .add(Objects.requireNonNull(TidemarkWindow.class.getResource("tidemark.css"))
                        .toExternalForm());
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
    }

    /// Runs `action` on the window's thread, and all that follows from it.
    void run(Runnable action) {
        var _ = fx(() -> {
            action.run();
            late.finishWork();
            scene().getRoot().applyCss();
            scene().getRoot().layout();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    Scene scene() {
        return Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage stage && owner.equals(stage.getOwner()))
                .map(Window::getScene)
                .findFirst()
                .orElseGet(owner::getScene);
    }

    Stage stage() {
        return (Stage) scene().getWindow();
    }

    /// A project that was edited here and, meanwhile, at the desk.
    ProjectId disputed(ProjectDetails was, UnaryOperator<ProjectDetails> here, UnaryOperator<ProjectDetails> there) {
        var project = late.library().projects().create(was);
        dispute(project.id(), here, there);
        return project.id();
    }

    /// Edits a project here and, meanwhile, at the desk.
    void dispute(ProjectId id, UnaryOperator<ProjectDetails> here, UnaryOperator<ProjectDetails> there) {
        var was = late.library().projects().find(id).orElseThrow();
        var _ = late.library().projects().save(was, there.apply(was.details()));
        var _ = late.library().projects().save(was, here.apply(was.details()));
        late.update("UPDATE conflict SET all_versions = NULL, mine_device = 'Laptop', theirs_device = 'Desk',"
                + " theirs_at = mine_at - 300000 WHERE theirs_device <> 'Desk'");
    }

    /// Makes the newest conflict one about the existence of the record, which the desk put into the trash.
    void trashedAtTheDesk() {
        late.update("UPDATE conflict SET field = 'trashed_at', rule = 'trash-edit', base = '{}', mine = '{}',"
                + " theirs = '{\"trashed_at\":1772355600000}' WHERE n = (SELECT max(n) FROM conflict)");
    }

    /// Shows the window, this wide, on the first conflict.
    void show(double width) {
        run(model::refresh);
        run(this::open);
        run(() -> {
            stage().setWidth(width);
            stage().setHeight(760);
        });
    }

    /// Opens the window where it opens for a person.
    void open() {
        window.show();
    }

    void press(KeyCode code, Modifier... held) {
        run(() -> {
            var target = Optional.ofNullable(scene().getFocusOwner()).orElse(scene().getRoot());
            var all = Set.of(held);
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        target,
                        new KeyEvent(
                                type,
                                "",
                                "",
                                code,
                                all.contains(Modifier.SHIFT),
                                all.contains(Modifier.CTRL),
                                all.contains(Modifier.ALT),
                                false));
            }
        });
    }

    enum Modifier {
        SHIFT,
        CTRL,
        ALT
    }

    boolean has(String selector) {
        return node(selector).isPresent();
    }

    Optional<Node> node(String selector) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(ShownConflicts::isShown)
                .findFirst();
    }

    ListView<?> list(String selector) {
        return the(selector, ListView.class);
    }

    <T extends Node> T the(String selector, Class<T> type) {
        assertThat(node(selector)).as(selector).isPresent();
        return type.cast(node(selector).orElseThrow());
    }

    /// Whether the node and all around it are visible, and it has a place in the window.
    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    Conflict shown() {
        return model.current().get().orElseThrow();
    }

    long count() {
        return late.library().conflicts().count();
    }

    @Override
    public void close() {
        var _ = fx(() -> {
            if (!stage().equals(owner)) {
                stage().close();
            }
            owner.close();
            return true;
        });
        late.close();
    }
}
