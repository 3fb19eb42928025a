package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;
import tidemark.ui.conflicts.ConflictsModel.Effects;

/// The body of a conflict about existence: one side trashed or purged the record, the other edited it. All in words.
final class ExistenceBody implements ConflictBody {
    private static final double NAMES_WIDTH = 140;

    private final Conflict conflict;
    private final VBox box = new VBox();

    ExistenceBody(Conflict conflict, ConflictWords words, ObservableValue<Effects> effects) {
        this.conflict = conflict;
        box.getStyleClass().add("conflict-body");
        var story = new Label(words.story(conflict), Icons.large(Feather.TRASH_2, "warning"));
        story.setWrapText(true);
        story.setMinHeight(Region.USE_PREF_SIZE);
        story.getStyleClass().add("conflict-story");
        var outcome = new Label(text("conflict.story.back"));
        outcome.setWrapText(true);
        box.getChildren()
                .setAll(
                        story,
                        outcome,
                        choice(
                                ConflictWords.choice(List.of(conflict), "keep", true),
                                effects.map(known -> words.effect(conflict, known.mine()))),
                        choice(
                                ConflictWords.choice(List.of(conflict), "take", false),
                                effects.map(known -> words.effect(conflict, known.theirs()))),
                        contents(conflict, words));
    }

    /// A button's label and its effect.
    private static Node choice(String name, ObservableValue<String> effect) {
        var button = new Label(name);
        button.getStyleClass().add("text-bold");
        button.setMinWidth(NAMES_WIDTH);
        var words = new Label();
        words.textProperty().bind(effect);
        var line = new HBox(button, words);
        line.getStyleClass().add("conflict-line");
        return line;
    }

    /// The contents of the record, which would be lost.
    private static Node contents(Conflict conflict, ConflictWords words) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        conflict.current()
                .ifPresent(row -> row.values().keySet().stream()
                        .filter(ConflictWords::isForPeople)
                        .forEach(column -> {
                            var name = new Label(ConflictWords.field(column));
                            name.getStyleClass().add("text-muted");
                            var value = new Label(words.value(column, row.only(List.of(column))));
                            value.setWrapText(true);
                            grid.addRow(grid.getRowCount(), name, value);
                        }));
        return grid;
    }

    @Override
    public Conflict conflict() {
        return conflict;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Optional<Choice> result() {
        return Optional.empty();
    }

    @Override
    public boolean press(KeyCode key) {
        return false;
    }
}
