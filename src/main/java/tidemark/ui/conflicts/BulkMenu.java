package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;

/// The items of a menu that offer one choice for many conflicts, each of which leads to a preview.
public final class BulkMenu {
    private BulkMenu() {}

    /// The items for all conflicts of a project; none where it has only one.
    public static List<MenuItem> of(ConflictGroup group, Consumer<Choice> preview) {
        var conflicts = group.conflicts();
        return conflicts.size() > 1
                ? of(text("conflict.all.project", conflicts.size(), ConflictWords.title(group)), conflicts, preview)
                : List.of();
    }

    /// The items for these conflicts, below a heading.
    static List<MenuItem> of(String heading, List<Conflict> conflicts, Consumer<Choice> preview) {
        var words = new MenuItem(heading);
        words.setDisable(true);
        words.getStyleClass().add("menu-heading");
        var items = new ArrayList<>(List.of(
                words,
                item(ConflictWords.choice(conflicts, "keep", true), () -> preview.accept(new Choice.Mine())),
                item(ConflictWords.choice(conflicts, "take", false), () -> preview.accept(new Choice.Theirs()))));
        if (conflicts.stream().allMatch(ConflictWords::canKeepBoth)) {
            items.add(item(text("conflict.button.both", 2), () -> preview.accept(new Choice.Both())));
        }
        return items;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words + "…");
        item.setOnAction(_ -> action.run());
        return item;
    }
}
