package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.Conflict.Version;
import tidemark.schema.Row;
import tidemark.ui.base.Keys;

/// The body of a conflict in a value: a choice among all values, the base, and for names and titles another one to
/// type.
final class ValueBody implements ConflictBody {
    private final Conflict conflict;
    private final ConflictWords words;
    private final ToggleGroup group = new ToggleGroup();
    private final TextField typedText = new TextField();
    private final RadioButton mine;
    private final Map<RadioButton, Version> others = new LinkedHashMap<>();
    private final RadioButton base;
    private final RadioButton typed = new RadioButton(text("conflict.value.own"));
    private final VBox box = new VBox();

    ValueBody(Conflict conflict, ConflictWords words, Comparison comparison) {
        this.conflict = conflict;
        this.words = words;
        this.mine = radio("conflict-mine", words.author(conflict.mine()));
        this.base = radio("conflict-base", ConflictWords.base(conflict));
        var story = new Label(words.story(conflict));
        story.setWrapText(true);
        story.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().add("conflict-body");
        box.getChildren().setAll(story, line(mine, conflict.mine().value()));
        addOthers(comparison);
        box.getChildren().add(line(base, conflict.base()));
        box.getChildren().addAll(VersionStrip.unreadable(conflict));
        if (isText()) {
            box.getChildren().add(typedLine());
        }
        group.selectToggle(comparison.picked().flatMap(this::radioOf).orElse(mine));
    }

    private void addOthers(Comparison comparison) {
        for (var version : conflict.others()) {
            var isTheirs = version.value().equals(conflict.theirs().value());
            var id = isTheirs ? "conflict-theirs" : "conflict-version-" + others.size();
            var other = radio(id, words.author(version));
            other.setOnAction(_ -> comparison.pick(version));
            others.put(other, version);
            box.getChildren().add(line(other, version.value()));
        }
    }

    private Optional<RadioButton> radioOf(Version version) {
        return others.keySet().stream()
                .filter(radio -> version.equals(others.get(radio)))
                .findFirst();
    }

    private RadioButton radio(String id, String name) {
        var radio = new RadioButton(name);
        radio.setId(id);
        radio.setToggleGroup(group);
        return radio;
    }

    private Node line(RadioButton radio, Row value) {
        var shown = new Label(words.value(conflict.subject().field(), value));
        shown.setWrapText(true);
        shown.getStyleClass().add("conflict-value");
        return new ChoiceLine(radio, shown);
    }

    /// Whether another value may be typed: names and titles only, not a status, a day or a place.
    private boolean isText() {
        return conflict.subject().field().equals("title")
                || conflict.subject().field().equals("name");
    }

    private Node typedLine() {
        typed.setId("conflict-own");
        typed.setToggleGroup(group);
        typedText.setId("conflict-own-text");
        typedText.setText(
                conflict.current().flatMap(row -> row.text(conflict.column())).orElse(""));
        typedText.textProperty().subscribe(_ -> {
            if (typedText.isFocused()) {
                typed.setSelected(true);
            }
        });
        return new ChoiceLine(typed, typedText);
    }

    @Override
    public Conflict conflict() {
        return conflict;
    }

    @Override
    public Node node() {
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    @Override
    public Optional<Choice> result() {
        if (mine.isSelected()) {
            return Optional.of(new Choice.Mine());
        }
        for (var other : others.entrySet()) {
            if (other.getKey().isSelected()) {
                return Optional.of(conflict.choiceOf(other.getValue()));
            }
        }
        return Optional.of(
                base.isSelected() ? new Choice.Merged(conflict.base()) : conflict.merged(typedText.getText()));
    }

    @Override
    public boolean press(KeyEvent key) {
        if (Keys.LEFT.matches(key)) {
            mine.setSelected(true);
        } else if (Keys.RIGHT.matches(key)) {
            radioOf(conflict.theirs()).ifPresent(radio -> radio.setSelected(true));
        } else {
            return false;
        }
        return true;
    }
}
