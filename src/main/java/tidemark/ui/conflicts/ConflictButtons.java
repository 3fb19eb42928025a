package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;

/// The buttons for the choices of a conflict, and the news of the last choice above them.
final class ConflictButtons extends VBox {
    /// The space in pixels around the buttons and between them.
    private static final double MARGINS = 56;

    private final ConflictsModel model;
    private final Button mine = button("mine", "");
    private final Button theirs = button("theirs", "");
    private final Button both = button("both", "");
    private final Button merged = button("merged", text("conflict.button.merged"));
    private final Button decideLater = button("later", text("conflict.button.later"));
    private final MenuButton all = new MenuButton();

    /// Buttons on the conflict that the model shows.
    ///
    /// @param saveMerged saves the result in the middle of the window
    /// @param later closes the window
    ConflictButtons(ConflictsModel model, Runnable saveMerged, Runnable later) {
        this.model = model;
        mine.setOnAction(_ -> model.choose(new Choice.Mine()));
        theirs.setOnAction(_ -> model.choose(model.comparison().take()));
        both.setOnAction(_ -> model.choose(new Choice.Both()));
        merged.setOnAction(_ -> saveMerged.run());
        merged.getStyleClass().add("accent");
        all.setId("conflict-all");
        decideLater.getStyleClass().add("flat");
        decideLater.setOnAction(_ -> later.run());
        decideLater.setTooltip(new Tooltip(text("conflict.button.later.hint")));
        merged.setTooltip(new Tooltip(text("conflict.button.merged.hint")));
        var choices = new FlowPane(mine, theirs, both, merged);
        choices.getStyleClass().addAll("buttons", "conflict-choices");
        HBox.setHgrow(choices, Priority.ALWAYS);
        for (var fixed : List.of(decideLater, all)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        var line = new HBox(decideLater, all, choices);
        choices.prefWrapLengthProperty()
                .bind(line.widthProperty()
                        .subtract(decideLater.widthProperty())
                        .subtract(all.widthProperty())
                        .subtract(MARGINS));
        line.getStyleClass().addAll("buttons", "conflict-buttons");
        getChildren().setAll(news(), line);
        line.visibleProperty().bind(model.preview().map(List::isEmpty));
        line.managedProperty().bind(line.visibleProperty());
        model.comparison().shown().subscribe(_ -> draw());
        model.content().subscribe(_ -> draw());
        model.effects().subscribe(_ -> draw());
    }

    private static Button button(String name, String words) {
        var button = new Button(words);
        button.setId("conflict-" + name + "-button");
        return button;
    }

    private Node news() {
        var words = new Label();
        words.setWrapText(true);
        words.setId("conflict-news");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var undo = new Button(text("conflict.undo"), Icons.icon(Feather.CORNER_UP_LEFT));
        undo.setId("conflict-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        var banner = new HBox(words, gap, undo);
        banner.getStyleClass().addAll("banner", "news");
        model.news().subscribe(news -> {
            switch (news) {
                case ConflictsModel.News.None() -> words.setText("");
                case ConflictsModel.News.Resolved(var _, var what) -> words.setText(what);
                case ConflictsModel.News.Failed(var why) -> words.setText(why);
            }
            banner.setVisible(!(news instanceof ConflictsModel.News.None));
            undo.setVisible(news instanceof ConflictsModel.News.Resolved);
        });
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private void draw() {
        var current = model.comparison().shown().get();
        for (var button : List.of(mine, theirs, both, merged)) {
            show(button, current.isPresent());
        }
        decideLater.setText(text(current.isPresent() ? "conflict.button.later" : "conflict.button.close"));
        var effects = model.effects().get();
        current.ifPresent(conflict -> {
            mine.setText(ConflictWords.keep(conflict));
            theirs.setText(ConflictWords.choice(List.of(conflict), "take", false));
            explain(mine, conflict, effects.mine());
            explain(theirs, conflict, effects.theirs());
            both.setText(text("conflict.button.both", conflict.all().versions().size()));
            explain(both, conflict, effects.both());
            merged.setText(text(conflict.subject().isText() ? "conflict.button.merged" : "conflict.button.chosen"));
            show(both, both.isManaged() && ConflictWords.canKeepBoth(conflict));
            show(merged, conflict.all().isReadable());
        });
        drawAll();
    }

    /// Draws the menu of choices for many conflicts: for all like this one, and for all of its project.
    private void drawAll() {
        var alike = model.alike();
        all.setText(text("conflict.all"));
        all.getItems().clear();
        if (alike.size() > 1) {
            all.getItems().addAll(BulkMenu.of(text("conflict.all.like", alike.size()), alike, model::previewAll));
        }
        model.group()
                .map(group -> BulkMenu.of(group, choice -> model.previewAll(group, choice)))
                .ifPresent(all.getItems()::addAll);
        show(all, !all.getItems().isEmpty());
    }

    private static void show(Region control, boolean visible) {
        control.setVisible(visible);
        control.setManaged(visible);
    }

    private void explain(Button button, Conflict conflict, Effect effect) {
        var words = model.content().get().words().effect(conflict, effect);
        button.setTooltip(new Tooltip(words));
        show(button, !(effect instanceof Effect.Refused));
    }
}
