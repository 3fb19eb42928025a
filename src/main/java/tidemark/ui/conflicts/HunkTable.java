package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import tidemark.merge.Hunk;
import tidemark.merge.Hunk.Pick;

/// Base and both versions in three columns, with a row for each hunk; below a hunk in conflict, a bar to pick a side.
final class HunkTable extends BorderPane {
    private static final int COLUMNS = 3;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Picks picks;
    private final BiConsumer<Integer, Pick> onPick;
    private final Map<Pick, String> sides;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Map<Integer, HBox> bars = new HashMap<>();
    private final Map<Integer, ToggleGroup> groups = new HashMap<>();
    private int currentIndex;

    /// A table of the hunks of `picks`.
    ///
    /// @param onPick receives the number of a hunk and the side picked for it
    /// @param mine the heading of my version
    /// @param theirs the heading of their version
    /// @param sides the labels of the picks
    HunkTable(Picks picks, BiConsumer<Integer, Pick> onPick, String mine, String theirs, Map<Pick, String> sides) {
        this.picks = picks;
        this.onPick = onPick;
        this.sides = sides;
        getStyleClass().add("hunks");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        grid.getStyleClass().add("hunk-grid");
        grid.getColumnConstraints().setAll(thirds());
        setTop(header(mine, theirs));
        setCenter(scroll);
        for (int i = 0; i < picks.hunks().size(); i++) {
            add(i, picks.hunks().get(i));
        }
        mark();
    }

    private static List<ColumnConstraints> thirds() {
        var third = new ColumnConstraints();
        third.setPercentWidth(100.0 / COLUMNS);
        return List.of(third, third, third);
    }

    private static Node header(String mine, String theirs) {
        var header = new GridPane();
        header.getColumnConstraints().setAll(thirds());
        header.getStyleClass().add("hunk-header");
        header.addRow(0, column(text("conflict.base"), "base"), column(mine, "mine"), column(theirs, "theirs"));
        return header;
    }

    private static Label column(String name, String style) {
        var column = new Label(name);
        column.getStyleClass().addAll("text-caption", "conflict-column", style);
        return column;
    }

    private void add(int index, Hunk hunk) {
        grid.addRow(grid.getRowCount(), HunkCell.base(hunk), HunkCell.mine(hunk), HunkCell.theirs(hunk));
        if (hunk instanceof Hunk.Conflict) {
            grid.add(bar(index), 0, grid.getRowCount(), COLUMNS, 1);
        }
    }

    private HBox bar(int index) {
        var group = new ToggleGroup();
        var bar = new HBox(new Label(text("conflict.pick")));
        for (var side : Pick.values()) {
            var toggle = new ToggleButton(sides.get(side));
            toggle.setId("pick-" + index + "-" + side.name().toLowerCase(Locale.ROOT));
            toggle.setUserData(side);
            toggle.getStyleClass().add("small");
            toggle.setToggleGroup(group);
            toggle.setSelected(side == picks.pick(index));
            toggle.setOnAction(_ -> choose(index, side));
            bar.getChildren().add(toggle);
        }
        bar.getStyleClass().add("hunk-bar");
        bars.put(index, bar);
        groups.put(index, group);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    private void choose(int index, Pick side) {
        currentIndex = picks.conflictIndexes().indexOf(index);
        mark();
        onPick.accept(index, side);
    }

    /// Shows the side that was picked for a hunk.
    void show(int hunk, Pick side) {
        var group = groups.get(hunk);
        if (group != null) {
            group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == side));
        }
    }

    /// The number of the hunk in conflict that the keyboard acts on.
    Optional<Integer> current() {
        var disputed = picks.conflictIndexes();
        return disputed.isEmpty() ? Optional.empty() : Optional.of(disputed.get(currentIndex));
    }

    /// Goes to the next hunk in conflict, or to the one before.
    void step(int by) {
        var count = picks.conflictIndexes().size();
        if (count > 0) {
            currentIndex = Math.floorMod(currentIndex + by, count);
            mark();
            current().map(bars::get).ifPresent(this::reveal);
        }
    }

    private void mark() {
        bars.forEach(
                (index, bar) -> bar.pseudoClassStateChanged(CURRENT, current().equals(Optional.of(index))));
    }

    private void reveal(Node bar) {
        var hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            var wanted = bar.getBoundsInParent().getMaxY()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
        }
    }
}
