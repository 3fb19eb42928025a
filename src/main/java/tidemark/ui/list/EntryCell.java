package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tidemark.library.records.CollectionId;
import tidemark.library.records.FileId;
import tidemark.library.records.LabelId;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.TrashItem;
import tidemark.library.search.SearchHit;
import tidemark.ui.base.Dragged;
import tidemark.ui.base.Icons;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.conflicts.ConflictWords;

/// A line of the list. For a project: its title, the time of its last edit, the beginning of its text, labels and
/// marks.
final class EntryCell extends ListCell<PagedList.Element<ListEntry>> {
    private static final int MAX_LABELS = 3;
    private static final PseudoClass UNTITLED = PseudoClass.getPseudoClass("untitled");
    private static final PseudoClass DROP_ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");

    /// A line below another of the same project.
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");

    private final InstantSource clock;
    private final ZoneId zone;
    private final ObservableValue<Boolean> syncs;
    private final OwnOrder ownOrder;
    private final Label title = new Label();
    private final Label age = new Label();
    private final Label dot = new Label("●");
    private final FontIcon star = Icons.icon(Feather.STAR);
    private final HBox preview = new HBox();
    private final HBox labels = new HBox();
    private final VBox content = new VBox(titleLine(), preview, labels);

    /// @param syncs whether there is a remote that changes wait for
    /// @param ownOrder the order that the person gives the entries by dragging them
    EntryCell(InstantSource clock, ZoneId zone, ObservableValue<Boolean> syncs, OwnOrder ownOrder) {
        this.ownOrder = ownOrder;
        this.clock = clock;
        this.zone = zone;
        this.syncs = syncs;
        Tooltip.install(dot, new Tooltip(text("list.pending")));
        getStyleClass().add("entry");
        content.getStyleClass().add("entry-content");
        setPrefWidth(0);
        setOnDragDetected(this::drag);
        setOnDragOver(event -> {
            var drop = drop(event);
            mark(drop.isPresent(), event.getY());
            if (drop.isPresent()) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragExited(_ -> mark(false, 0));
        setOnDragDropped(event -> {
            var drop = drop(event);
            drop.ifPresent(Runnable::run);
            event.setDropCompleted(drop.isPresent());
            event.consume();
        });
    }

    /// The project on show that files can be added to.
    Optional<ProjectId> project() {
        return Optional.ofNullable(getItem())
                .flatMap(PagedList.Element::item)
                .filter(entry -> !(entry instanceof ListEntry.Trashed))
                .flatMap(ListEntry::projectId);
    }

    /// The move of what is dragged into the gap nearest to the pointer: above this line, or below it.
    private Optional<Runnable> drop(DragEvent event) {
        return Dragged.PROJECTS
                .read(event.getDragboard())
                .map(ids -> ids.stream().map(ProjectId::new).toList())
                .flatMap(moved -> ownOrder.into(isLowerHalf(event.getY()) ? getIndex() + 1 : getIndex(), moved));
    }

    private boolean isLowerHalf(double y) {
        return !isEmpty() && y > getHeight() / 2;
    }

    /// Shows the line where what is dragged will fall.
    private void mark(boolean isTarget, double y) {
        pseudoClassStateChanged(DROP_ABOVE, isTarget && !isLowerHalf(y));
        pseudoClassStateChanged(DROP_BELOW, isTarget && isLowerHalf(y));
    }

    /// Drags the selected projects together: to another place in the person's own order, or into the sidebar.
    private void drag(MouseEvent event) {
        var projects = getListView().getSelectionModel().getSelectedItems().stream()
                .flatMap(element -> element.item().stream())
                .flatMap(entry -> entry.projectId().stream())
                .map(ProjectId::text)
                .toList();
        if (!projects.isEmpty()) {
            Dragged.PROJECTS.put(startDragAndDrop(TransferMode.MOVE), projects);
            event.consume();
        }
    }

    private Node titleLine() {
        title.getStyleClass().add("entry-title");
        title.setMinWidth(0);
        age.getStyleClass().addAll("text-small", "text-muted");
        age.setMinWidth(Region.USE_PREF_SIZE);
        dot.getStyleClass().add("pending-dot");
        dot.setMinWidth(Region.USE_PREF_SIZE);
        star.getStyleClass().add("entry-star");
        preview.getStyleClass().add("entry-preview");
        clip(preview);
        labels.getStyleClass().add("entry-labels");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(title, star, gap, dot, age);
        line.getStyleClass().add("entry-line");
        return line;
    }

    /// Clips a preview to one line: the text around a hit wraps onto further lines.
    private static void clip(Region line) {
        var edge = new Rectangle();
        edge.widthProperty().bind(line.widthProperty());
        edge.heightProperty().bind(line.heightProperty());
        line.setClip(edge);
    }

    @Override
    protected void updateItem(PagedList.Element<ListEntry> element, boolean empty) {
        super.updateItem(element, empty);
        setText(null);
        if (empty || element == null) {
            setGraphic(null);
            return;
        }
        setGraphic(content);
        element.item().ifPresentOrElse(this::show, this::showPlaceholder);
    }

    private void showPlaceholder() {
        title.setText("…");
        age.setText("");
        dot.setVisible(false);
        star.setVisible(false);
        preview.getChildren().clear();
        labels.getChildren().clear();
        setAccessibleText(text("list.loading"));
    }

    private void show(ListEntry entry) {
        switch (entry) {
            case ListEntry.Listed(var project) -> show(project, textPreview(project));
            case ListEntry.Found(var hit) -> show(hit.project(), highlighted(hit.snippet()));
            case ListEntry.Trashed(var item) -> show(item);
            case ListEntry.InConflict inConflict -> show(inConflict);
        }
    }

    private void headline(String name, Instant time) {
        headline(name, Optional.of(time));
    }

    private void headline(String name, Optional<Instant> time) {
        title.setText(name.isBlank() ? text("list.untitled") : name);
        title.pseudoClassStateChanged(UNTITLED, name.isBlank());
        title.pseudoClassStateChanged(FOLLOWING, false);
        age.setText(time.map(at -> RelativeTime.ago(at, clock.instant(), zone)).orElse(""));
    }

    private void show(ProjectSummary project, Node text) {
        headline(project.title(), project.edited());
        var waits = project.hasPendingChanges() && syncs.getValue();
        dot.setVisible(waits);
        dot.setManaged(waits);
        star.setVisible(project.starred());
        star.setManaged(project.starred());
        preview.getChildren().setAll(text);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        labels.getChildren().setAll(marks(project, today));
        setAccessibleText(spoken(project, waits, today));
    }

    private void show(TrashItem item) {
        headline(item.title(), item.trashedAt());
        dot.setVisible(false);
        star.setVisible(false);
        var kind = kind(item);
        preview.getChildren().setAll(kind);
        labels.getChildren().clear();
        setAccessibleText(title.getText() + ", " + kind.getText());
    }

    private void show(ListEntry.InConflict entry) {
        var conflict = entry.conflict();
        headline(ConflictWords.title(entry.group()), conflict.theirs().at());
        title.pseudoClassStateChanged(FOLLOWING, !entry.isFirst());
        dot.setVisible(false);
        star.setVisible(false);
        var what = new Label(ConflictWords.place(conflict), Icons.icon(Feather.ALERT_TRIANGLE));
        preview.getChildren().setAll(what);
        var sides = new Label(ConflictWords.sides(conflict));
        sides.getStyleClass().addAll("text-small", "text-muted");
        labels.getChildren().setAll(sides);
        setAccessibleText(title.getText() + ", " + what.getText() + ", " + sides.getText());
    }

    /// The kind of the item, and the title of the project it belongs to.
    private static Label kind(TrashItem item) {
        return switch (item.id()) {
            case NoteId _ -> new Label(text("trash.note", item.context()), Icons.icon(Feather.FILE_TEXT));
            case FileId _ -> new Label(text("trash.file", item.context()), Icons.icon(Feather.PAPERCLIP));
            case CollectionId _ -> new Label(text("trash.collection"), Icons.icon(Feather.FOLDER));
            case ProjectId _, LabelId _ -> new Label(text("list.empty.text"));
        };
    }

    private static Node textPreview(ProjectSummary project) {
        var text = new Label(project.preview().isBlank() ? text("list.empty.text") : project.preview());
        text.setMinWidth(0);
        return text;
    }

    private static Node highlighted(SearchHit.Snippet snippet) {
        var flow = new TextFlow();
        flow.getStyleClass().add("snippet");
        int at = 0;
        for (var match : snippet.matches()) {
            flow.getChildren().add(run(snippet.text().substring(at, match.start()), Optional.empty()));
            flow.getChildren().add(run(snippet.text().substring(match.start(), match.end()), Optional.of("match")));
            at = match.end();
        }
        flow.getChildren().add(run(snippet.text().substring(at), Optional.empty()));
        return flow;
    }

    private static Text run(String text, Optional<String> style) {
        var run = new Text(text);
        run.getStyleClass().add("run");
        style.ifPresent(run.getStyleClass()::add);
        return run;
    }

    private String spoken(ProjectSummary project, boolean waits, LocalDate today) {
        return new SpokenEntry(project, waits, today)
                .words(getIndex() + 1, getListView().getItems().size());
    }

    private static List<Node> marks(ProjectSummary project, LocalDate today) {
        var marks = new ArrayList<Node>();
        project.due().ifPresent(due -> marks.add(due(due, today)));
        project.labels().stream().limit(MAX_LABELS).forEach(label -> {
            var mark = new Label(label.name());
            mark.getStyleClass().addAll("label-mark", "colour-" + label.colour().text());
            marks.add(mark);
        });
        if (project.labels().size() > MAX_LABELS) {
            marks.add(new Label("+" + (project.labels().size() - MAX_LABELS)));
        }
        return marks;
    }

    private static Node due(LocalDate due, LocalDate today) {
        var mark = new Label(RelativeTime.day(due, today), Icons.icon(Feather.CALENDAR));
        mark.getStyleClass().addAll("due-mark", due.isBefore(today) ? "overdue" : "ahead");
        return mark;
    }
}
