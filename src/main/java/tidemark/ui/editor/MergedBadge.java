package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Popover;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Merge;
import tidemark.schema.Row;
import tidemark.ui.base.Icons;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Texts;
import tidemark.ui.conflicts.ConflictWords;

/// The badge of an open project in which edits of two devices were merged recently. A click lists the merges, each with
/// a button that reverts it.
final class MergedBadge extends Button {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 320;
    private static final int MAX_LENGTH = 300;

    private final EditorModel model;
    private final Clock clock;
    private final VBox lines = new VBox();
    private final Popover popover;

    MergedBadge(EditorModel model, Clock clock) {
        super(text("merged.badge"), Icons.icon(Feather.GIT_MERGE));
        this.model = model;
        this.clock = clock;
        setId("merged-badge");
        getStyleClass().addAll("flat", "merged-badge");
        lines.getStyleClass().add("sync-details");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        scroll.setMaxHeight(HEIGHT);
        popover = new Popover(scroll);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        setOnAction(_ -> toggle());
        visibleProperty().bind(model.merges().map(known -> !known.isEmpty()));
        managedProperty().bind(visibleProperty());
    }

    private void toggle() {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            lines.getChildren()
                    .setAll(model.merges().get().stream().map(this::line).toList());
            popover.show(this);
        }
    }

    private Node line(Merge merge) {
        var what = new Label(text(
                merge.isOverruled() ? "merged.overruled" : "merged.line",
                Texts.find("conflict.field." + merge.field()).orElse(merge.field()),
                merge.device(),
                RelativeTime.agoInWords(merge.at(), clock)));
        what.setWrapText(true);
        what.getStyleClass().add("text-bold");
        var takeBack = new Button(text("merged.undo"));
        takeBack.getStyleClass().add("small");
        takeBack.setMinWidth(Region.USE_PREF_SIZE);
        takeBack.setOnAction(_ -> {
            popover.hide();
            model.revert(merge);
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(what, gap, takeBack);
        head.getStyleClass().add("buttons");
        return new VBox(
                head,
                side("merged.mine", merge.field(), merge.versions().mine()),
                side("merged.theirs", merge.field(), merge.versions().theirs()));
    }

    private Node side(String key, String field, Row value) {
        var words = new ConflictWords(model.mergedNames(), ConflictWords.Device.UNKNOWN, clock).value(field, value);
        var side = new Label(text(key, words.length() > MAX_LENGTH ? words.substring(0, MAX_LENGTH) + "…" : words));
        side.setWrapText(true);
        side.getStyleClass().add("text-muted");
        return side;
    }
}
