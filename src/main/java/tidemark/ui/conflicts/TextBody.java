package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.merge.Hunk.Pick;
import tidemark.merge.TextMerge;

/// The body of a conflict in a text: base and both versions side by side, hunk by hunk, and the result below them, to
/// be picked together or written.
final class TextBody implements ConflictBody {
    private static final double VERSIONS_PART = 0.62;

    private final Conflict conflict;
    private final Picks picks;
    private final TextArea result = new TextArea();
    private final HunkTable table;
    private final SplitPane split;

    TextBody(Conflict conflict, ConflictWords words) {
        this.conflict = conflict;
        this.picks = new Picks(conflict);
        this.table = new HunkTable(
                picks,
                this::pick,
                words.author(conflict.mine()),
                words.author(conflict.theirs()),
                ConflictWords.sides(conflict));
        result.setId("conflict-result");
        result.setWrapText(true);
        result.setAccessibleText(text("conflict.result"));
        result.setText(storedText());
        split = new SplitPane(table, resultPane());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(VERSIONS_PART);
        split.getStyleClass().add("conflict-split");
    }

    private String storedText() {
        return conflict.current().flatMap(row -> row.text(conflict.column())).orElseGet(picks::text);
    }

    /// Merges in what was written in the result of `before`, the body of the same conflict before it or its row
    /// changed.
    void takeOver(TextBody before) {
        result.setText(TextMerge.merge(before.storedText(), before.result.getText(), storedText())
                .text());
    }

    private Node resultPane() {
        var title = new Label(text("conflict.result"));
        title.getStyleClass().addAll("text-caption", "conflict-column");
        var pane = new BorderPane(result);
        pane.setTop(title);
        return pane;
    }

    private void pick(int hunk, Pick side) {
        result.setText(picks.pick(hunk, side, result.getText()));
        table.show(hunk, side);
    }

    @Override
    public Conflict conflict() {
        return conflict;
    }

    @Override
    public Node node() {
        return split;
    }

    @Override
    public Optional<Choice> result() {
        return Optional.of(conflict.merged(result.getText()));
    }

    @Override
    public boolean press(KeyCode key) {
        switch (key) {
            case DOWN -> table.step(1);
            case UP -> table.step(-1);
            case LEFT -> table.current().ifPresent(hunk -> pick(hunk, Pick.MINE));
            case RIGHT -> table.current().ifPresent(hunk -> pick(hunk, Pick.THEIRS));
            case B -> table.current().ifPresent(hunk -> pick(hunk, Pick.BOTH));
            default -> {
                return false;
            }
        }
        return true;
    }
}
