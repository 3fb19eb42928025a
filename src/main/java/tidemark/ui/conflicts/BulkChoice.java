package tidemark.ui.conflicts;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.Conflicts;
import tidemark.library.ResolvePreview;
import tidemark.ui.base.Background;

/// One choice for many conflicts, previewed before it is made.
final class BulkChoice {
    private final Conflicts conflicts;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<ResolvePreview>> preview = new ReadOnlyObjectWrapper<>(List.of());
    private Choice previewed = new Choice.Mine();
    private int asked;

    BulkChoice(Conflicts conflicts, Background background) {
        this.conflicts = conflicts;
        this.background = background;
    }

    /// The previewed effects; empty while none is previewed.
    ReadOnlyObjectProperty<List<ResolvePreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /// The choice that is previewed.
    Choice choice() {
        return previewed;
    }

    /// Previews the choice for these conflicts. The answer is dropped if the person has gone on meanwhile.
    void preview(List<Conflict> chosen, Choice choice) {
        var number = ++asked;
        background.run(() -> conflicts.preview(chosen, choice)).then(outcomes -> {
            if (number == asked) {
                previewed = choice;
                preview.set(outcomes);
            }
        });
    }

    void leave() {
        asked++;
        preview.set(List.of());
    }
}
