package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.conflicts.Piece.Take;
import tidemark.ui.typing.TypingHistories;

/// The body of a conflict in a text: base, both versions and the result piece by piece, or each of them as Markdown.
final class TextBody implements ConflictBody {
    private static final Map<Keys, Consumer<TextBody>> ACTIONS = Map.ofEntries(
            Map.entry(Keys.NEXT_PIECE, body -> body.table.step(1)),
            Map.entry(Keys.PREVIOUS_PIECE, body -> body.table.step(-1)),
            Map.entry(Keys.LEFT, body -> body.table.take(Take.MINE)),
            Map.entry(Keys.RIGHT, body -> body.table.take(Take.THEIRS)),
            Map.entry(Keys.BOTH, body -> body.table.take(Take.BOTH)),
            Map.entry(Keys.NEITHER, body -> body.table.take(Take.BASE)),
            Map.entry(Keys.UNFOLD, body -> body.table.toggleFolds()),
            Map.entry(Keys.AS_MARKDOWN, body -> body.setPreview(!body.isPreview.get())),
            Map.entry(Keys.WRITE, TextBody::edit));

    private final Pieces pieces;
    private final PieceTable table;
    private final List<String> headings;
    private final BooleanProperty isPreview;
    private final ToggleButton previewToggle = new ToggleButton(text("conflict.preview"), Icons.icon(Feather.EYE));
    private final Label place = new Label();
    private final BorderPane pane = new BorderPane();

    /// @param isPreview whether the texts are shown as Markdown; kept from conflict to conflict
    TextBody(Pieces pieces, ConflictWords words, Comparison comparison, BooleanProperty isPreview) {
        var conflict = pieces.conflict();
        this.pieces = pieces;
        this.isPreview = isPreview;
        this.headings = List.of(
                ConflictWords.base(conflict),
                words.author(conflict.mine()),
                words.author(conflict.theirs()),
                text("conflict.result"));
        this.table =
                new PieceTable(pieces, headings, ConflictWords.takes(conflict), new TypingHistories(words.clock()));
        table.onChange(this::showPlace);
        previewToggle.setSelected(isPreview.get());
        previewToggle.setOnAction(_ -> setPreview(previewToggle.isSelected()));
        var top = new VBox();
        if (VersionStrip.isNeeded(conflict)) {
            top.getChildren().add(new VersionStrip(conflict, words, comparison));
        }
        top.getChildren().add(tools());
        pane.setTop(top);
        showPlace();
        draw();
    }

    /// Merges in what the person made of the result in `before`, the body of the same conflict before it or its record
    /// changed.
    void takeOver(TextBody before) {
        pieces.takeOver(before.pieces);
        table.redraw();
    }

    private Node tools() {
        place.setId("conflict-piece");
        place.getStyleClass().add("text-muted");
        previewToggle.setId("conflict-preview");
        previewToggle.getStyleClass().add("compact");
        previewToggle.setTooltip(new Tooltip(text("conflict.preview.hint")));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var tools = new HBox(
                step(Feather.ARROW_UP, "conflict.piece.previous", -1),
                step(Feather.ARROW_DOWN, "conflict.piece.next", 1),
                place,
                gap,
                previewToggle);
        tools.getStyleClass().add("conflict-tools");
        return tools;
    }

    private Button step(Feather icon, String key, int by) {
        var button = Icons.button(icon, text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(_ -> table.step(by));
        return button;
    }

    private void showPlace() {
        var count = pieces.changed().size();
        place.setText(count == 0 ? text("conflict.piece.none") : text("conflict.piece", table.number(), count));
    }

    private void setPreview(boolean is) {
        isPreview.set(is);
        previewToggle.setSelected(is);
        draw();
    }

    private void draw() {
        pane.setCenter(isPreview.get() ? new PreviewPane(pieces, headings, table) : table);
    }

    @Override
    public Conflict conflict() {
        return pieces.conflict();
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public Optional<Choice> result() {
        return Optional.of(conflict().merged(pieces.text()));
    }

    @Override
    public boolean press(KeyEvent key) {
        var action = ACTIONS.entrySet().stream()
                .filter(each -> each.getKey().matches(key))
                .findFirst();
        action.ifPresent(each -> each.getValue().accept(this));
        return action.isPresent();
    }

    private void edit() {
        setPreview(false);
        table.edit();
    }
}
