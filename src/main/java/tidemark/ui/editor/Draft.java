package tidemark.ui.editor;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;

/// A record open in the editor: what it shows, and the record that this was made from.
///
/// It saves itself a moment after the last change, naming what it was made from, and goes on from what the save
/// returns. What is written to the record meanwhile, by a pull or another window, is laid in under the person's hands.
/// All methods are for the window's thread.
///
/// @param <R> the record as read from the library
/// @param <D> the part of it that is edited
final class Draft<R, D> {
    /// How such records are read, saved and merged.
    interface Source<R, D> {
        /// The part that is edited.
        D content(R record);

        /// The record, made from another content.
        R madeFrom(R record, D base);

        /// Saves `now`, which was made from `was`, and returns what stands then. Waits for the database.
        R save(R was, D now);

        /// The record as it stands. Waits for the database.
        Optional<R> find(R record);

        /// What the editor shows when the record has changed under it.
        Rebase<D> rebase(D base, D mine, D theirs);
    }

    private final Source<R, D> source;
    private final Background background;
    private final Delay delay;
    private final ObjectProperty<D> content;
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private R base;
    private boolean saving;
    private boolean refreshWanted;
    private int saves;

    Draft(R record, Source<R, D> source, Background background, Delay delay) {
        this.source = source;
        this.background = background;
        this.delay = delay;
        this.base = record;
        this.content = new SimpleObjectProperty<>(source.content(record));
    }

    /// What the editor shows; changed by the person through [#edit], and by the library.
    ReadOnlyObjectProperty<D> content() {
        return content;
    }

    /// Whether the last save failed; the text is still here and is tried again with the next change.
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// The record that the content was made from.
    R base() {
        return base;
    }

    boolean isDirty() {
        return !content.get().equals(source.content(base));
    }

    /// The person has changed something.
    void edit(D now) {
        if (!now.equals(content.get())) {
            content.set(now);
            delay.restart(this::flush);
        }
    }

    /// Saves now what is not saved yet.
    void flush() {
        delay.cancel();
        if (saving || !isDirty()) {
            return;
        }
        saving = true;
        saves++;
        var was = base;
        var sent = content.get();
        background.run(() -> source.save(was, sent)).then(saved -> saved(sent, saved), _ -> saveFailed());
    }

    private void saved(D sent, R saved) {
        saving = false;
        failed.set(false);
        adopt(sent, saved);
        if (refreshWanted) {
            refresh();
        }
        if (isDirty()) {
            delay.restart(this::flush);
        }
    }

    private void saveFailed() {
        saving = false;
        failed.set(true);
    }

    /// The library has changed, perhaps this record.
    void refresh() {
        if (saving) {
            refreshWanted = true;
            return;
        }
        refreshWanted = false;
        var savesBefore = saves;
        var asked = base;
        background.run(() -> source.find(asked)).then(found -> refreshed(found, savesBefore));
    }

    /// What was read before a save began is older than what the save returned.
    private void refreshed(Optional<R> found, int savesBefore) {
        if (saves != savesBefore) {
            refresh();
        } else {
            found.ifPresent(theirs -> adopt(source.content(base), theirs));
        }
    }

    private void adopt(D from, R theirs) {
        var rebased = source.rebase(from, content.get(), source.content(theirs));
        base = source.madeFrom(theirs, rebased.base());
        content.set(rebased.value());
    }
}
