package tidemark.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tidemark.library.records.LibraryId;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;
import tidemark.ui.base.Readings;

/// A record open in the editor: the content on show, and its base, the record that the content was made from.
///
/// A draft saves itself a moment after the last change, with its base, and takes the record that the save returns as
/// its new base. What is written to the record meanwhile, by a pull or another window, is merged into the content while
/// the person types. There is one save at a time; what is typed during it is saved by the next. All methods are for
/// the window's thread.
///
/// @param <R> the record as read from the library
/// @param <D> the part of it that is edited
final class Draft<R, D> {
    /// The access to one kind of record: reading, saving and merging.
    interface Source<R, D> {
        /// The id of a record.
        LibraryId id(R record);

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

    /// A save under way, with the content that it saves.
    private record Save<R, D>(D sent, Background.Pending<R> outcome) {}

    private final Source<R, D> source;
    private final Background background;
    private final Delay delay;
    private final ObjectProperty<D> content;
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final Readings readings = new Readings();
    private final List<Runnable> afterSaving = new ArrayList<>();
    private R base;
    private Optional<Save<R, D>> saving = Optional.empty();
    private boolean flushWanted;
    private boolean refreshWanted;
    private boolean isLeft;
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

    LibraryId id() {
        return source.id(base);
    }

    /// Whether the content is another than that of the base.
    boolean isDirty() {
        return !content.get().equals(source.content(base));
    }

    /// Whether the content is stored, and no other content is on its way.
    boolean isSaved() {
        return saving.isEmpty() && !isDirty();
    }

    /// Takes an edit of the person, to be saved after a moment.
    void edit(D now) {
        if (!now.equals(content.get())) {
            content.set(now);
            delay.restart(this::flush);
        }
    }

    /// Makes an edit that is one step of its own: what was typed before it is saved first, by itself, unless that
    /// cannot be saved.
    void step(UnaryOperator<D> change) {
        flush();
        afterSaving(() -> {
            if (isDirty() && !failed.get()) {
                step(change);
            } else {
                edit(change.apply(content.get()));
                flush();
            }
        });
    }

    /// Saves the edits that are not saved yet, without waiting for the moment to pass; during a save, as soon as that
    /// has ended.
    void flush() {
        delay.cancel();
        if (saving.isPresent()) {
            flushWanted = !saving.get().sent().equals(content.get());
        } else if (isDirty()) {
            save();
        }
    }

    /// Flushes when the field that edits this has lost the focus.
    void flushUnless(boolean focused) {
        if (!focused) {
            flush();
        }
    }

    /// Runs `next` when no save is under way any more, whether it succeeded or failed.
    void afterSaving(Runnable next) {
        if (saving.isPresent()) {
            afterSaving.add(next);
        } else {
            next.run();
        }
    }

    /// Flushes, because the draft is on show no more; a failure to save it is told in the window's banner now.
    void leave() {
        isLeft = true;
        flush();
    }

    /// Reads the record again, because the draft is on show again.
    void comeBack() {
        isLeft = false;
        refresh();
    }

    /// Saves the edits for the last time. What was typed during a save is saved after it in the background, since the
    /// window takes no answer any more.
    void close() {
        delay.cancel();
        if (saving.isEmpty()) {
            flush();
            return;
        }
        var save = saving.get();
        var was = base;
        var mine = content.get();
        if (!mine.equals(save.sent())) {
            var _ = background.runAfter(save.outcome(), saved -> saveAfter(save.sent(), saved, was, mine));
        }
    }

    private R saveAfter(D sent, Optional<R> saved, R was, D mine) {
        if (saved.isEmpty()) {
            return source.save(was, mine);
        }
        var rebased = source.rebase(sent, mine, source.content(saved.get()));
        return source.save(source.withContent(saved.get(), rebased.base()), rebased.value());
    }

    private void save() {
        saves++;
        var was = base;
        var sent = content.get();
        var outcome = background.run(() -> source.save(was, sent));
        saving = Optional.of(new Save<>(sent, outcome));
        outcome.then(saved -> saved(sent, saved), this::saveFailed);
    }

    private void saved(D sent, R saved) {
        failed.set(false);
        adopt(sent, saved);
        saveEnded();
    }

    private void saveFailed(Throwable failure) {
        failed.set(true);
        if (isLeft) {
            background.tell(failure);
        }
        saveEnded();
    }

    /// Does what was asked for during the save.
    private void saveEnded() {
        saving = Optional.empty();
        if (flushWanted) {
            flushWanted = false;
            flush();
        }
        if (refreshWanted) {
            refresh();
        }
        if (saving.isEmpty()) {
            var waiting = List.copyOf(afterSaving);
            afterSaving.clear();
            waiting.forEach(Runnable::run);
        }
    }

    /// Reads the record again, because the library has changed.
    void refresh() {
        if (saving.isPresent()) {
            refreshWanted = true;
            return;
        }
        refreshWanted = false;
        var savesBefore = saves;
        var asked = base;
        background.run(() -> source.find(asked)).then(readings.next(found -> refreshed(found, savesBefore)));
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
}
