package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;

/// The body of a conflict whose versions cannot be read, as another program may leave it. All in words.
final class UnreadableBody implements ConflictBody {
    private final Conflict conflict;
    private final VBox box = new VBox();

    UnreadableBody(Conflict conflict) {
        this.conflict = conflict;
        var story = new Label(text("conflict.unreadable"), Icons.large(Feather.ALERT_TRIANGLE, "warning"));
        story.setId("conflict-unreadable");
        story.setWrapText(true);
        story.setMinHeight(Region.USE_PREF_SIZE);
        story.getStyleClass().add("conflict-story");
        box.getStyleClass().add("conflict-body");
        box.getChildren().setAll(story);
    }

    @Override
    public Conflict conflict() {
        return conflict;
    }

    @Override
    public Node node() {
        return box;
    }
}
