package tidemark.ui.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.records.LibraryId;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;

/// The drafts of one kind of record: the one on show, and those that were left before their text was saved. One that
/// was left is kept until it is saved, and is on show again when its record is opened again.
final class Drafts<R, D> {
    private final Draft.Source<R, D> source;
    private final Background background;
    private final Supplier<Delay> delays;
    private final ReadOnlyObjectWrapper<Optional<Draft<R, D>>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Draft<R, D>> left = new ArrayList<>();

    /// @param delays makes the wait after which a draft saves itself
    Drafts(Draft.Source<R, D> source, Background background, Supplier<Delay> delays) {
        this.source = source;
        this.background = background;
        this.delays = delays;
    }

    /// The draft on show.
    ReadOnlyObjectProperty<Optional<Draft<R, D>>> shown() {
        return shown.getReadOnlyProperty();
    }

    boolean shows(LibraryId id) {
        return shown.get().map(Draft::id).equals(Optional.of(id));
    }

    /// Shows a draft of the record with this id, unless it is on show: the one that was left, or else a new one on
    /// `record`, which is empty when it is gone.
    void show(LibraryId id, Optional<R> record) {
        if (!shows(id)) {
            keep();
            shown.set(takeBack(id).or(() -> record.map(this::draft)));
        }
    }

    private Draft<R, D> draft(R record) {
        return new Draft<>(record, source, background, delays.get());
    }

    private Optional<Draft<R, D>> takeBack(LibraryId id) {
        var known = left.stream().filter(draft -> draft.id().equals(id)).findFirst();
        known.ifPresent(draft -> {
            left.remove(draft);
            draft.comeBack();
        });
        return known;
    }

    /// Shows none; what is typed there is saved.
    void leave() {
        keep();
        shown.set(Optional.empty());
    }

    private void keep() {
        left.removeIf(Draft::isSaved);
        shown.get().ifPresent(draft -> {
            draft.leave();
            left.add(draft);
        });
    }

    /// Saves what is typed, and runs `next` when none is being saved any more.
    void flush(Runnable next) {
        flush();
        var all = new ArrayDeque<>(left);
        shown.get().ifPresent(all::add);
        afterSaving(all, next);
    }

    /// Saves what is typed, also what could not be saved when it was left, and runs `next` as [#flush(Runnable)] does.
    void flushAll(Runnable next) {
        left.forEach(Draft::flush);
        flush(next);
    }

    boolean areSaved() {
        return left.stream().allMatch(Draft::isSaved)
                && shown.get().filter(draft -> !draft.isSaved()).isEmpty();
    }

    private void afterSaving(Queue<Draft<R, D>> drafts, Runnable next) {
        if (drafts.isEmpty()) {
            next.run();
        } else {
            drafts.remove().afterSaving(() -> afterSaving(drafts, next));
        }
    }

    void flush() {
        shown.get().ifPresent(Draft::flush);
    }

    void refresh() {
        shown.get().ifPresent(Draft::refresh);
    }

    /// Saves all for the last time; see [Draft#close].
    void close() {
        left.forEach(Draft::close);
        shown.get().ifPresent(Draft::close);
    }
}
