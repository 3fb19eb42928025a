package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;

/// The body of a conflict about existence: one side trashed or purged the record, the other edited it. Each choice
/// says in words what it does.
final class ExistenceBody implements ConflictBody {
    private final Conflict conflict;
    private final ToggleGroup group = new ToggleGroup();
    private final RadioButton mine;
    private final RadioButton theirs;
    private final ScrollPane scroll = new ScrollPane();

    ExistenceBody(Conflict conflict, ConflictWords words, ObservableValue<Effects> effects) {
        this.conflict = conflict;
        this.mine = radio("conflict-mine", ConflictWords.choice(List.of(conflict), "keep", true));
        this.theirs = radio("conflict-theirs", ConflictWords.choice(List.of(conflict), "take", false));
        var story = new Label(words.story(conflict), Icons.large(Feather.TRASH_2, "warning"));
        story.setWrapText(true);
        story.setMinHeight(Region.USE_PREF_SIZE);
        story.getStyleClass().add("conflict-story");
        var outcome = new Label(text("conflict.story.back"));
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(
                story,
                outcome,
                choice(mine, effects.map(known -> words.effect(conflict, known.mine()))),
                choice(theirs, effects.map(known -> words.effect(conflict, known.theirs()))),
                contents(conflict, words));
        box.getStyleClass().add("conflict-body");
        scroll.setContent(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        mine.setSelected(true);
    }

    private RadioButton radio(String id, String name) {
        var radio = new RadioButton(name);
        radio.setId(id);
        radio.setToggleGroup(group);
        return radio;
    }

    private static Node choice(RadioButton radio, ObservableValue<String> effect) {
        var words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(effect);
        return new ChoiceLine(radio, words);
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
                            name.setMinWidth(Region.USE_PREF_SIZE);
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
        return scroll;
    }

    @Override
    public Optional<Choice> result() {
        return Optional.of(theirs.isSelected() ? new Choice.Theirs() : new Choice.Mine());
    }

    @Override
    public boolean press(KeyEvent key) {
        if (Keys.LEFT.matches(key)) {
            mine.setSelected(true);
        } else if (Keys.RIGHT.matches(key)) {
            theirs.setSelected(true);
        } else {
            return false;
        }
        return true;
    }
}
