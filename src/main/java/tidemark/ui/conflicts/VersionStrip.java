package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import tidemark.library.Conflict;

/// The versions of a conflict that can be compared with mine, one of which is, on the right: a line above them where
/// there are more than one.
final class VersionStrip extends FlowPane {
    /// A line for this conflict as it is compared.
    VersionStrip(Conflict compared, ConflictWords words, Comparison comparison) {
        getStyleClass().add("version-strip");
        getChildren().add(new Label(text("conflict.compare")));
        var group = new ToggleGroup();
        var others = compared.others();
        for (int i = 0; i < others.size(); i++) {
            var version = others.get(i);
            var toggle = new ToggleButton(words.author(version));
            toggle.setId("version-" + i);
            toggle.getStyleClass().add("small");
            toggle.setToggleGroup(group);
            toggle.setSelected(version.value().equals(compared.theirs().value()));
            toggle.setOnAction(_ -> comparison.pick(version));
            getChildren().add(toggle);
        }
        getChildren().addAll(unreadable(compared));
    }

    /// Whether there is anything to choose or tell.
    static boolean isNeeded(Conflict conflict) {
        return conflict.others().size() > 1 || conflict.all().unreadable() > 0;
    }

    /// The words about versions that cannot be read, if there are any.
    static List<Node> unreadable(Conflict conflict) {
        var count = conflict.all().unreadable();
        if (count == 0) {
            return List.of();
        }
        var words = new Label(text("conflict.unreadable.versions", count));
        words.getStyleClass().add("text-muted");
        return List.of(words);
    }
}
