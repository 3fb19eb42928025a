package tidemark.ui.conflicts;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.Conflict.Version;

/// The current conflict with one of its versions beside mine: theirs, until the person picks another.
final class Comparison {
    private final ReadOnlyObjectWrapper<Optional<Conflict>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Conflict> current = Optional.empty();
    private Optional<Version> picked = Optional.empty();

    /// The conflict, with the version to compare in the place of theirs.
    ReadOnlyObjectProperty<Optional<Conflict>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Shows this conflict; what was picked stays while it is the same one and still has the version.
    void show(Optional<Conflict> conflict) {
        var isSame = conflict.map(Conflict::id).equals(current.map(Conflict::id));
        picked = picked.filter(_ -> isSame)
                .filter(version -> conflict.orElseThrow().all().versions().contains(version));
        current = conflict;
        draw();
    }

    /// Puts this version beside mine.
    void pick(Version version) {
        picked = Optional.of(version);
        draw();
    }

    /// The version that the person picked.
    Optional<Version> picked() {
        return picked;
    }

    private void draw() {
        shown.set(current.map(conflict -> picked.map(conflict::comparedWith).orElse(conflict)));
    }

    /// The choice of the version beside mine.
    Choice take() {
        return picked.filter(version -> !current.map(Conflict::theirs).equals(Optional.of(version)))
                .flatMap(version -> current.map(conflict -> conflict.choiceOf(version)))
                .orElseGet(Choice.Theirs::new);
    }
}
