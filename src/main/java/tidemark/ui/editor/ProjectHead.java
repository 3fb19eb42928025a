package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.typing.LiveText;

/// The head of the editor: title, star, status, due date and labels of the open project.
final class ProjectHead extends VBox {
    private static final double MIN_TITLE_WIDTH = 140;
    private static final double NARROW = 420;
    private static final PseudoClass IS_NARROW = PseudoClass.getPseudoClass("narrow");

    private final EditorModel model;
    private final Draft<Project, ProjectDetails> draft;
    private final Clock clock;
    private final MoveMenus moveMenus;
    private final Runnable toText;
    private final TitleField title = new TitleField();
    private final HBox titleLine = new HBox();
    private Subscription subscription = Subscription.EMPTY;

    /// @param toText moves the keyboard focus to the text below
    ProjectHead(
            EditorModel model,
            Draft<Project, ProjectDetails> draft,
            Clock clock,
            MoveMenus moveMenus,
            Runnable toText) {
        this.toText = toText;
        this.model = model;
        this.draft = draft;
        this.clock = clock;
        this.moveMenus = moveMenus;
        getStyleClass().add("project-head");
        getChildren().setAll(titleLine(), factsLine());
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(isNarrow -> {
            pseudoClassStateChanged(IS_NARROW, isNarrow);
        });
    }

    /// Moves the keyboard focus to the title, if the project is still empty.
    void focusIfNew() {
        if (draft.content().get().equals(ProjectDetails.EMPTY)) {
            title.requestFocus();
        }
    }

    /// Moves the keyboard focus to the title, all of it selected.
    void rename() {
        title.rename();
    }

    /// Puts another button before the last one.
    void offer(Node button) {
        titleLine.getChildren().add(titleLine.getChildren().size() - 1, button);
    }

    /// Unsubscribes from the model; the head is not shown any more.
    void dispose() {
        subscription.unsubscribe();
    }

    private Node titleLine() {
        title.setId("title");
        title.setMinWidth(MIN_TITLE_WIDTH);
        title.setPromptText(text("list.untitled"));
        title.setAccessibleText(text("editor.title"));
        title.getStyleClass().add("title-field");
        LiveText.bind(
                title,
                draft.content().map(ProjectDetails::title),
                typed -> draft.edit(draft.content().get().withTitle(typed)),
                model.typing().of(draft.id(), "title", draft.content().get().title()));
        title.focusedProperty().subscribe(draft::flushUnless);
        title.setOnAction(_ -> toText.run());
        HBox.setHgrow(title, Priority.ALWAYS);
        titleLine.getChildren().setAll(title, new MergedBadge(model, clock), star(), more());
        titleLine.setAlignment(Pos.CENTER_LEFT);
        titleLine.getStyleClass().add("title-line");
        return titleLine;
    }

    private ToggleButton star() {
        var star = Icons.toggle(Feather.STAR, text("editor.star"));
        star.setId("star");
        star.getStyleClass().add("star");
        draft.content().map(ProjectDetails::starred).subscribe(star::setSelected);
        star.setOnAction(_ -> model.toggleStar());
        return star;
    }

    private Node more() {
        var trash = new MenuItem(text("editor.trash"), Icons.icon(Feather.TRASH_2));
        trash.setOnAction(_ -> model.trash());
        var move = moveMenus.of(() -> List.of(draft.base().id()));
        var created = new MenuItem();
        created.setId("created");
        created.setDisable(true);
        var menu = new MenuButton(
                null, Icons.icon(Feather.MORE_HORIZONTAL), move, trash, new SeparatorMenuItem(), created);
        menu.setOnShowing(_ -> tellCreated(created));
        menu.setId("more");
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setAccessibleText(text("editor.more"));
        menu.setTooltip(new Tooltip(text("editor.more")));
        return menu;
    }

    /// Says when the project was created, where that is known.
    private void tellCreated(MenuItem item) {
        var day = draft.base().times().created().map(time -> LocalDate.ofInstant(time, clock.getZone()));
        item.setVisible(day.isPresent());
        day.ifPresent(known -> item.setText(text("editor.created", RelativeTime.day(known, LocalDate.now(clock)))));
    }

    private Node factsLine() {
        var line = new FlowPane(status(), due(), addLabel());
        line.getStyleClass().add("facts-line");
        subscription = model.labels().subscribe(labels -> fill(line.getChildren(), labels));
        return line;
    }

    /// Replaces the chips. The field behind them stays, and with it the focus of a person who types one label after
    /// another.
    private void fill(List<Node> line, List<tidemark.library.records.Label> labels) {
        var chips = line.subList(2, line.size() - 1);
        chips.clear();
        line.addAll(2, labels.stream().map(this::chip).toList());
    }

    private Node status() {
        var menu = new MenuButton();
        menu.setId("status");
        menu.getStyleClass().addAll("status-menu", "small");
        var words = draft.content().map(details -> StatusWords.of(details.status()));
        menu.textProperty().bind(words);
        menu.accessibleTextProperty().bind(words.map(status -> text("editor.spoken", text("editor.status"), status)));
        for (var status : Status.CHOICES) {
            var item = new MenuItem(StatusWords.of(status));
            item.setOnAction(_ -> draft.step(details -> details.withStatus(status)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node due() {
        var due = draft.content().map(ProjectDetails::due);
        return new DueField(due, LocalDate.now(clock), day -> draft.step(details -> details.withDue(day)));
    }

    private Node chip(tidemark.library.records.Label label) {
        var remove = Icons.button(Feather.X, text("editor.label.remove", label.name()));
        remove.getStyleClass().add("chip-remove");
        remove.setOnAction(_ -> model.removeLabel(label));
        var chip = new Label(label.name(), remove);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass()
                .addAll("label-mark", "chip", "colour-" + label.colour().text());
        return chip;
    }

    private Node addLabel() {
        var field = new TextField();
        field.setId("add-label");
        field.setPromptText(text("editor.label.add"));
        field.setAccessibleText(text("editor.label.add"));
        field.getStyleClass().addAll("small", "add-label");
        field.setPrefColumnCount(7);
        field.setOnAction(_ -> {
            var name = field.getText().strip().replaceFirst("^#", "");
            field.clear();
            if (!name.isEmpty()) {
                model.addLabel(name);
            }
        });
        return field;
    }
}
