package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.Status;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;

/// The editor's content while several projects are selected: their number, and the edits that can be made to all of
/// them at once.
final class BatchPane extends StackPane {
    private final BatchModel model;

    /// @param clock the time, in the person's time zone
    BatchPane(BatchModel model, Clock clock, MoveMenus moveMenus) {
        this.model = model;
        setId("batch");
        var icon = Icons.icon(Feather.COPY);
        icon.getStyleClass().add("empty-icon");
        var title = new Label();
        title.textProperty().bind(model.selected().map(projects -> text("batch.title", projects.size())));
        title.getStyleClass().addAll("title-4", "empty-title");
        var first = new FlowPane(status(), due(clock), label());
        first.getStyleClass().add("batch-line");
        var second = new FlowPane(move(moveMenus), button("batch.star", Feather.STAR, model::star), trash());
        second.getStyleClass().add("batch-line");
        var box = new VBox(icon, title, first, second);
        box.getStyleClass().addAll("empty-state", "batch");
        getChildren().setAll(box);
    }

    private Node status() {
        var menu = new MenuButton(text("editor.status"));
        menu.setId("batch-status");
        for (var status : Status.CHOICES) {
            var item = new MenuItem(StatusWords.of(status));
            item.setOnAction(_ -> model.status(status));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node due(Clock clock) {
        var due = new SimpleObjectProperty<Optional<LocalDate>>(Optional.empty());
        return new DueField(due, LocalDate.now(clock), day -> {
            due.set(day);
            model.due(day);
        });
    }

    private Node label() {
        var field = new TextField();
        field.setId("batch-label");
        field.setPromptText(text("editor.label.add"));
        field.setAccessibleText(text("editor.label.add"));
        field.setPrefColumnCount(9);
        field.setOnAction(_ -> {
            var name = field.getText().strip().replaceFirst("^#", "");
            field.clear();
            if (!name.isEmpty()) {
                model.label(name);
            }
        });
        return field;
    }

    private Node move(MoveMenus moveMenus) {
        var move = moveMenus.of(model.selected()::getValue);
        var menu = new MenuButton(text("batch.more"), Icons.icon(Feather.FOLDER), move);
        menu.setId("batch-move");
        return menu;
    }

    private Node trash() {
        var trash = button("list.trash", Feather.TRASH_2, model::trash);
        trash.setId("batch-trash");
        return trash;
    }

    private static Button button(String key, Feather icon, Runnable action) {
        var button = new Button(text(key), Icons.icon(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
