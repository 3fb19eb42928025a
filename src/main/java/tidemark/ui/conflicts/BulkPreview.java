package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.conflict.Effect;
import tidemark.library.ResolvePreview;

/// The preview of one choice for many conflicts alike: a line for the effect on each.
final class BulkPreview extends BorderPane {
    private static final int MAX_LINES = 200;

    private final ConflictsModel model;

    BulkPreview(ConflictsModel model) {
        this.model = model;
        getStyleClass().add("conflict-bulk");
        var lines = new VBox();
        lines.getStyleClass().add("conflict-body");
        var outcomes = model.preview().get();
        outcomes.stream()
                .limit(MAX_LINES)
                .forEach(outcome -> lines.getChildren().add(line(outcome)));
        if (outcomes.size() > MAX_LINES) {
            lines.getChildren().add(new Label(text("conflict.all.more", outcomes.size() - MAX_LINES)));
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(buttons());
    }

    private VBox line(ResolvePreview outcome) {
        var words = model.content().get().words();
        var subject = new Label(words.subject(outcome.conflict()));
        subject.getStyleClass().add("text-bold");
        var effect = new Label(words.effect(outcome.conflict(), outcome.effect()));
        effect.setWrapText(true);
        effect.getStyleClass().add(outcome.effect() instanceof Effect.Refused ? "danger" : "text-muted");
        return new VBox(subject, effect);
    }

    private HBox buttons() {
        var back = new Button(text("conflict.all.back"));
        back.setId("conflict-all-back");
        back.setOnAction(_ -> model.leavePreview());
        var apply = new Button(text("conflict.all.apply", model.preview().get().size()));
        apply.setId("conflict-all-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(_ -> model.applyAll());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(back, gap, apply);
        line.getStyleClass().addAll("buttons", "conflict-buttons");
        return line;
    }
}
