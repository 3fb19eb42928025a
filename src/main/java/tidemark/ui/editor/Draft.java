package tidemark.ui.editor;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;

/// A record open in the editor: the content on show, and its base, the record that the content was made from.
///
/// A draft saves itself a moment after the last change, with its base, and takes the record that the save returns as
/// its new base. What is written to the record meanwhile, by a pull or another window, is merged into the content while
/// the person types. All methods are for the window's thread.
///
/// @param <R> the record as read from the library
/// @param <D> the part of it that is edited
final class Draft<R, D> {
    /// The access to one kind of record: reading, saving and merging.
    interface Source<R, D> {
        /// The part of a record that is edited.
        D content(R record);

        /// The record with `base` as its content.
        R withContent(R record, D base);

        /// Saves `now`, which was made from `was`, and returns the record as it is then. Waits for the database.
        R save(R was, D now);

        /// The record as it is now. Waits for the database.
        Optional<R> find(R record);

        /// Merges the editor's content with a record that has changed under it.
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

    /// The content on show; changed by the person through [#edit], and by the library.
    ReadOnlyObjectProperty<D> content() {
        return content;
    }

    /// Whether the last save failed. The content is still here, and the next change tries again.
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

    /// Takes an edit of the person, to be saved after a moment.
    void edit(D now) {
        if (!now.equals(content.get())) {
            content.set(now);
            delay.restart(this::flush);
        }
    }

    /// Saves the edits that are not saved yet, without waiting for the moment to pass.
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

    /// Reads the record again, because the library has changed.
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

    /// Takes the record that was read; one read before a save is older than what the save returned, and is read again.
    private void refreshed(Optional<R> found, int savesBefore) {
        if (saves != savesBefore) {
            refresh();
        } else {
            found.ifPresent(theirs -> adopt(source.content(base), theirs));
        }
    }

    private void adopt(D from, R theirs) {
        var rebased = source.rebase(from, content.get(), source.content(theirs));
        base = source.withContent(theirs, rebased.base());
        content.set(rebased.value());
    }

    /// Flushes when the field that edits this has lost the focus.
    void flushUnless(boolean focused) {
        if (!focused) {
            flush();
        }
    }
}
