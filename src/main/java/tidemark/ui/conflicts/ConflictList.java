package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;

/// The list of all open conflicts beside the one on show, by project.
final class ConflictList extends ListView<ConflictList.Line> {
    private static final double WIDTH = 230;
    private static final double SCROLL_BAR = 12;

    /// A line of the list.
    sealed interface Line {
        /// The heading of a project with conflicts.
        record Heading(ConflictGroup group) implements Line {}

        /// A conflict below the heading of its project.
        record Item(Conflict conflict) implements Line {}
    }

    private final ConflictsModel model;
    private boolean isFollowing;

    ConflictList(ConflictsModel model) {
        this.model = model;
        setId("conflict-list");
        setAccessibleText(text("conflict.list"));
        getStyleClass().addAll("edge-to-edge", "conflict-list");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setCellFactory(_ -> new Cell());
        model.content().subscribe(this::show);
        model.current().subscribe(_ -> follow());
        getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, was, now) -> choose(was.intValue(), now.intValue()));
    }

    private void show(OpenConflicts content) {
        var lines = new ArrayList<Line>();
        for (var group : content.groups()) {
            lines.add(new Line.Heading(group));
            group.conflicts().forEach(conflict -> lines.add(new Line.Item(conflict)));
        }
        isFollowing = true;
        getItems().setAll(lines);
        isFollowing = false;
        follow();
    }

    /// Marks the conflict on show.
    private void follow() {
        var ids = getItems().stream().map(ConflictList::id).toList();
        var place = model.current().get().map(shown -> ids.indexOf(shown.id())).orElse(-1);
        if (place != getSelectionModel().getSelectedIndex()) {
            isFollowing = true;
            if (place < 0) {
                getSelectionModel().clearSelection();
            } else {
                getSelectionModel().clearAndSelect(place);
                scrollTo(Math.max(0, place - 2));
            }
            isFollowing = false;
        }
    }

    private static String id(Line line) {
        return line instanceof Line.Item(var conflict) ? conflict.id() : "";
    }

    /// Shows the conflict that was chosen; a heading stands for the conflict that the arrow key was going to.
    private void choose(int was, int now) {
        if (isFollowing || now < 0) {
            return;
        }
        var target = getItems().get(now) instanceof Line.Heading ? now + (now < was && now > 0 ? -1 : 1) : now;
        if (getItems().get(target) instanceof Line.Item(var conflict)) {
            model.open(conflict);
        }
        follow();
    }

    private static final class Cell extends ListCell<Line> {
        private Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("conflict-heading");
            setText(null);
            setGraphic(empty || line == null ? null : drawn(line));
        }

        @Override
        protected double computePrefHeight(double width) {
            var inner = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
            return getGraphic() instanceof Region drawn
                    ? drawn.prefHeight(inner) + snappedTopInset() + snappedBottomInset()
                    : super.computePrefHeight(width);
        }

        private Region drawn(Line line) {
            return switch (line) {
                case Line.Heading(var group) -> {
                    getStyleClass().add("conflict-heading");
                    yield heading(group);
                }
                case Line.Item(var conflict) -> item(conflict);
            };
        }

        private HBox heading(ConflictGroup group) {
            var title = new Label(ConflictWords.title(group));
            title.setMinWidth(0);
            title.getStyleClass().add("text-bold");
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            var count = new Label(Integer.toString(group.conflicts().size()));
            count.setMinWidth(Region.USE_PREF_SIZE);
            count.getStyleClass().add("text-muted");
            setAccessibleText(title.getText() + ", " + count.getText());
            return new HBox(title, count);
        }

        private VBox item(Conflict conflict) {
            var what = new Label(ConflictWords.place(conflict));
            var sides = new Label(ConflictWords.sides(conflict));
            sides.getStyleClass().addAll("text-small", "text-muted");
            sides.setWrapText(true);
            what.setWrapText(true);
            setAccessibleText(what.getText() + ", " + sides.getText());
            return new VBox(what, sides);
        }
    }
}
