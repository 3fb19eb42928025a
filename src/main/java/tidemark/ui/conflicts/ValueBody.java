package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.Conflict.Version;
import tidemark.schema.Row;

/// The body of a conflict in a value: a choice among all values, the base, and for names and titles another one to
/// type.
final class ValueBody implements ConflictBody {
    private static final double NAMES_WIDTH = 260;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

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
        this.base = radio(
                "conflict-base",
                text("conflict.value.base", conflict.all().versions().size()));
        var story = new Label(words.story(conflict));
        story.setWrapText(true);
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
        radio.setMinWidth(NAMES_WIDTH);
        radio.setMaxWidth(NAMES_WIDTH);
        var shown = new Label(words.value(conflict.subject().field(), value));
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.getStyleClass().add("conflict-value");
        var line = line(radio, shown);
        line.setOnMouseClicked(_ -> radio.fire());
        return line;
    }

    private static HBox line(RadioButton radio, Node value) {
        var line = new HBox(radio, value);
        line.getStyleClass().add("conflict-line");
        radio.selectedProperty().subscribe(is -> line.pseudoClassStateChanged(SELECTED, is));
        return line;
    }

    /// Whether another value may be typed: names and titles only, not a status, a day or a place.
    private boolean isText() {
        return conflict.subject().field().equals("title")
                || conflict.subject().field().equals("name");
    }

    private Node typedLine() {
        typed.setId("conflict-own");
        typed.setToggleGroup(group);
        typed.setMinWidth(NAMES_WIDTH);
        typedText.setId("conflict-own-text");
        typedText.setText(
                conflict.current().flatMap(row -> row.text(conflict.column())).orElse(""));
        typedText.textProperty().subscribe(_ -> {
            if (typedText.isFocused()) {
                typed.setSelected(true);
            }
        });
        HBox.setHgrow(typedText, Priority.ALWAYS);
        return line(typed, typedText);
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
    public boolean press(KeyCode key) {
        switch (key) {
            case LEFT -> mine.setSelected(true);
            case RIGHT -> radioOf(conflict.theirs()).ifPresent(radio -> radio.setSelected(true));
            default -> {
                return false;
            }
        }
        return true;
    }
}
