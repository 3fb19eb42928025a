package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import tidemark.app.App;
import tidemark.app.Syncing;
import tidemark.problem.Problem;
import tidemark.sync.RollbackDecision;
import tidemark.sync.SyncState;
import tidemark.ui.base.Background;
import tidemark.ui.base.Icons;

/// The dialog after a rollback of the remote: what happened, and three decisions, each with what it does.
final class RollbackDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 640;

    private final Syncing syncing;
    private final Background background;
    private final Label sent = Rehearsals.line("wentback-sent");
    private final Label taken = Rehearsals.line("wentback-taken");

    RollbackDialog(Window owner, App app, Background background, Rehearsals rehearsals, SyncState.ActionNeeded state) {
        this.syncing = app.syncing();
        this.background = background;
        initOwner(owner);
        setTitle(text("wentback.title"));
        setHeaderText(null);
        var isVanished = state.action() == SyncState.Action.REMOTE_VANISHED;
        var isEmpty = isVanished || state.action() == SyncState.Action.REMOTE_EMPTIED;
        getDialogPane().setContent(content(state.problem(), isEmpty));
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL);
        setOnShown(_ -> {
            if (isVanished) {
                sent.setText(text("wentback.vanished")); // a rehearsal would look for what is not there
            } else {
                rehearsals.show(
                        sent,
                        "effects.there",
                        this::isShowing,
                        () -> app.foregroundSync().rehearse(RollbackDecision.SEND));
            }
            if (!isEmpty) {
                rehearsals.show(
                        taken,
                        "effects.here",
                        this::isShowing,
                        () -> app.foregroundSync().rehearse(RollbackDecision.TAKE));
            }
        });
    }

    private Node content(Problem problem, boolean isEmpty) {
        var take = choice(
                "take",
                Feather.DOWNLOAD_CLOUD,
                Optional.of(taken).filter(_ -> !isEmpty),
                () -> syncing.decide(RollbackDecision.TAKE));
        take.setDisable(isEmpty);
        var box = new VBox(
                head(problem),
                choice("send", Feather.UPLOAD_CLOUD, Optional.of(sent), () -> syncing.decide(RollbackDecision.SEND)),
                take,
                choice("local", Feather.HARD_DRIVE, Optional.empty(), syncing::useNothing),
                words(text(isEmpty ? "wentback.empty" : "wentback.safe"), "text-muted"));
        box.getStyleClass().add("choices");
        return box;
    }

    private static Node head(Problem problem) {
        var cause = words(problem.cause(), "title-4");
        var lines = new VBox(cause, words(problem.effect()), words(text("wentback.first")));
        lines.getStyleClass().add("choice-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        var head = new HBox(Icons.large(Feather.ALERT_OCTAGON, "danger"), lines);
        head.getStyleClass().add("choice-head");
        return head;
    }

    /// A decision with its explanation and button.
    ///
    /// @param name the middle of its message keys: `wentback.` comes before it, `.do` and `.effect` after it
    /// @param rehearsed the line that tells what it would change
    private Node choice(String name, Feather icon, Optional<Label> rehearsed, Runnable decide) {
        var title = words(text("wentback." + name), "text-bold");
        var lines = new VBox(title, words(text("wentback." + name + ".effect")));
        rehearsed.ifPresent(lines.getChildren()::add);
        lines.getStyleClass().add("choice-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        var button = new Button(text("wentback." + name + ".do"));
        button.setId("wentback-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            close();
            background.execute(decide);
        });
        var choice = new HBox(Icons.icon(icon), lines, button);
        choice.getStyleClass().add("choice");
        return choice;
    }

    private static Label words(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
