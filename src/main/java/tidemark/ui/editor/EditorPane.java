package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Conflict;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;
import tidemark.ui.files.FilesPart;
import tidemark.ui.markdown.MarkdownEditor;
import tidemark.ui.typing.LiveText;

/// The right pane of the window: the open project with its notes.
public final class EditorPane extends BorderPane {
    private final EditorModel model;
    private final BatchModel batch;
    private final Surroundings around;
    private final Previews previews = new Previews();
    private final TabPane tabs = new TabPane();
    private final NotesPane notes;

    /// The parts of the pane, which stay while what is in them is replaced: the Tab key follows their order.
    private final VBox top = new VBox();

    private final StackPane center = new StackPane();
    private final VBox news = new VBox();
    private Optional<ProjectHead> head = Optional.empty();

    /// The things of the window around it that the pane needs.
    ///
    /// @param clock the time, in the person's time zone
    /// @param moveMenus makes the menu that moves the project into a collection
    /// @param review opens the window in which a conflict is resolved
    /// @param files the files of the open project
    public record Surroundings(Clock clock, MoveMenus moveMenus, Consumer<Conflict> review, FilesPart files) {}

    /// A pane on this model.
    ///
    /// @param batch the edits of several projects
    public EditorPane(EditorModel model, BatchModel batch, Surroundings around) {
        this.model = model;
        this.batch = batch;
        this.around = around;
        this.notes = new NotesPane(model, previews, around.files()::attachments);
        getStyleClass().add("editor-pane");
        setId("editor");
        setTop(top);
        setCenter(center);
        setBottom(news);
        tabs.setId("parts");
        tabs.setAccessibleText(text("editor.parts"));
        tabs.getSelectionModel().selectedItemProperty().subscribe(() -> Platform.runLater(previews::mark));
        around.files().acceptDropsOn(this, () -> !batch.isOpen());
        model.project().subscribe(this::show);
        batch.selected().subscribe(this::showSelection);
    }

    /// Shows or hides the preview of the Markdown of the text that is on show.
    public void togglePreview() {
        previews.toggle();
    }

    /// Sets the way from the lists of notes and files to that of projects.
    public void onLeave(Runnable toList) {
        notes.onLeave(toList);
        around.files().onLeave(toList);
    }

    /// Switches to the tab with the notes.
    public void showNotes() {
        show(1);
    }

    /// Switches to the tab with the files.
    public void showFiles() {
        show(2);
    }

    private void show(int tab) {
        if (tabs.getTabs().size() > tab) {
            tabs.getSelectionModel().select(tab);
        }
    }

    /// Moves the keyboard focus to the text of the tab that is shown; to the summary, where no note is open.
    public void focusText() {
        if (head.isPresent() && !tabs.getTabs().isEmpty()) {
            var shown = tabs.getSelectionModel().getSelectedItem();
            if (source(shown).isEmpty()) {
                tabs.getSelectionModel().selectFirst();
            }
            source(tabs.getSelectionModel().getSelectedItem()).ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> source(Tab tab) {
        return Optional.ofNullable(tab.getContent().lookup(".markdown-source"));
    }

    /// Moves the keyboard focus to the title, all of it selected, to rename the project.
    public void focusTitle() {
        head.ifPresent(ProjectHead::rename);
    }

    /// Shows the edits of several projects while several are selected, and else the open one.
    private void showSelection() {
        var showsBatch = center.getChildren().stream().anyMatch(BatchPane.class::isInstance);
        if (batch.isOpen() && !showsBatch) {
            fill(List.of(), new BatchPane(batch, around.clock(), around.moveMenus()), List.of());
        } else if (!batch.isOpen() && showsBatch) {
            show(model.project().get());
        }
    }

    private void fill(List<Node> above, Node middle, List<Node> below) {
        top.getChildren().setAll(above);
        center.getChildren().setAll(middle);
        news.getChildren().setAll(below);
    }

    private void show(Optional<Draft<Project, ProjectDetails>> draft) {
        head.ifPresent(ProjectHead::dispose);
        head = draft.map(opened -> new ProjectHead(model, opened, around.clock(), around.moveMenus(), this::focusText));
        if (batch.isOpen()) {
            return;
        }
        if (draft.isEmpty()) {
            fill(List.of(), nothingOpen(), List.of());
            return;
        }
        head.ifPresent(shown -> shown.offer(previews.button()));
        fill(
                List.of(head.orElseThrow()),
                tabs(draft.get()),
                List.of(
                        new NotSavedBanner(draft.get()),
                        trashBanner(),
                        new ConflictBanner(model.conflicts(), around.review())));
        head.ifPresent(ProjectHead::focusIfNew);
    }

    private static Node nothingOpen() {
        var icon = Icons.icon(Feather.EDIT_3);
        icon.getStyleClass().add("empty-icon");
        var title = new Label(text("editor.none"));
        title.getStyleClass().addAll("title-4", "empty-title");
        var hint = new Label(text("editor.none.hint"));
        hint.getStyleClass().addAll("text-muted", "empty-hint");
        hint.setWrapText(true);
        var box = new VBox(icon, title, hint);
        box.getStyleClass().add("empty-state");
        return new StackPane(box);
    }

    private Node trashBanner() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var restore = new Button(text("list.restore"), Icons.icon(Feather.CORNER_UP_LEFT));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(_ -> model.restore());
        var words = new Label(text("editor.trashed"));
        words.setWrapText(true);
        var banner = new HBox(Icons.icon(Feather.TRASH_2), words, gap, restore);
        banner.getStyleClass().addAll("banner", "warning");
        banner.visibleProperty().bind(model.trashed());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private Node tabs(Draft<Project, ProjectDetails> draft) {
        var kept = tabs.getSelectionModel().getSelectedIndex();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().setAll(summaryTab(draft), notesTab(), filesTab());
        tabs.getSelectionModel().select(Math.max(0, kept));
        return tabs;
    }

    private Tab summaryTab(Draft<Project, ProjectDetails> draft) {
        var editor = new MarkdownEditor(
                text("editor.summary.hint"),
                text("editor.summary"),
                around.files().attachments(draft.id()));
        editor.area().setId("summary");
        previews.add(editor);
        LiveText.bind(
                editor.area(),
                draft.content().map(ProjectDetails::summary),
                typed -> draft.edit(draft.content().get().withSummary(typed)),
                model.typing().of(draft.id(), "summary", draft.content().get().summary()));
        editor.area().focusedProperty().subscribe(draft::flushUnless);
        return new Tab(text("editor.summary"), editor);
    }

    private Tab notesTab() {
        var tab = new Tab(null, notes);
        tab.textProperty()
                .bind(model.notes()
                        .map(notes ->
                                notes.isEmpty() ? text("editor.notes") : text("editor.notes.count", notes.size())));
        return tab;
    }

    private Tab filesTab() {
        var tab = new Tab(null, around.files().pane());
        tab.textProperty().bind(around.files().title());
        return tab;
    }
}
