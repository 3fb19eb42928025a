package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.conflict.Choice;
import tidemark.db.LocalState;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;
import tidemark.library.Library;
import tidemark.library.ResolvePreview;
import tidemark.library.ResolveResult;
import tidemark.ui.base.Background;
import tidemark.ui.base.Readings;
import tidemark.ui.base.Undo;

/// The model of the conflict window: the open conflicts, the current one, and the news of the last choice.
public final class ConflictsModel {
    /// The news of the person's last choice.
    sealed interface News {
        /// Nothing to tell.
        record None() implements News {}

        /// These conflicts were resolved; that can be undone.
        record Resolved(List<Conflict> conflicts, String words) implements News {}

        /// The choice could not be carried out, or the conflict had changed meanwhile.
        record Failed(String words) implements News {}
    }

    private final Library library;
    private final Background background;
    private final Resolutions resolutions;
    private final Supplier<String> device;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<OpenConflicts> content;
    private final ReadOnlyObjectWrapper<Optional<Conflict>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(new News.None());
    private final ReadOnlyObjectWrapper<Optional<Pieces>> pieces = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BulkChoice bulk;
    private final ReadOnlyObjectWrapper<Effects> effects = new ReadOnlyObjectWrapper<>(Effects.NONE);
    private final Comparison comparison = new Comparison();
    private final Readings readings = new Readings();
    private final ResolvedHere resolvedHere = new ResolvedHere();
    private int timesOpened;

    /// A model that is empty until [#refresh].
    ///
    /// @param device the name of this device; may wait for the database
    public ConflictsModel(Library library, Background background, Undo undo, Supplier<String> device, Clock clock) {
        this.library = library;
        this.background = background;
        this.resolutions = new Resolutions(library.conflicts(), undo);
        this.bulk = new BulkChoice(library.conflicts(), background);
        this.device = device;
        this.clock = clock;
        this.content = new ReadOnlyObjectWrapper<>(
                new OpenConflicts(List.of(), new ConflictWords(Map.of(), ConflictWords.Device.UNKNOWN, clock)));
        current.subscribe(comparison::show);
        comparison.shown().subscribe(shown -> readFor(shown));
    }

    ReadOnlyObjectProperty<OpenConflicts> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Conflict>> current() {
        return current.getReadOnlyProperty();
    }

    /// The current conflict with one of its versions beside mine.
    Comparison comparison() {
        return comparison;
    }

    ReadOnlyObjectProperty<News> news() {
        return news.getReadOnlyProperty();
    }

    /// The previewed effects of a choice for all alike; empty while none is previewed.
    ReadOnlyObjectProperty<List<ResolvePreview>> preview() {
        return bulk.preview();
    }

    /// The pieces of the conflict on show; empty unless it is about a text, and until they were found.
    ReadOnlyObjectProperty<Optional<Pieces>> pieces() {
        return pieces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Effects> effects() {
        return effects.getReadOnlyProperty();
    }

    private void readFor(Optional<Conflict> shown) {
        pieces.set(Optional.empty());
        shown.ifPresent(this::readEffects);
        shown.filter(ConflictsModel::hasPieces)
                .ifPresent(conflict -> background.run(() -> Pieces.of(conflict)).then(found -> {
                    if (isShown(conflict)) {
                        pieces.set(Optional.of(found));
                    }
                }));
    }

    private static boolean hasPieces(Conflict conflict) {
        return conflict.subject().isText() && conflict.all().isReadable();
    }

    private boolean isShown(Conflict conflict) {
        return comparison.shown().get().equals(Optional.of(conflict));
    }

    private void readEffects(Conflict shown) {
        var take = comparison.take();
        background.run(() -> Effects.read(library.conflicts(), shown, take)).then(read -> {
            if (isShown(shown)) {
                effects.set(read);
            }
        });
    }

    /// Reads the conflicts again after a change of the library. The current one stays, until the person acts on it or
    /// it is resolved elsewhere.
    public void refresh() {
        var opened = timesOpened;
        background.run(this::read).then(readings.next(now -> show(now, opened == timesOpened)));
    }

    private OpenConflicts read() {
        var groups = library.conflicts().byProject();
        var values = groups.stream()
                .flatMap(group -> group.conflicts().stream())
                .flatMap(conflict -> Stream.of(
                        conflict.base(),
                        conflict.mine().value(),
                        conflict.theirs().value()));
        return new OpenConflicts(groups, new ConflictWords(Names.in(library, values), here(), clock));
    }

    private ConflictWords.Device here() {
        return new ConflictWords.Device(library.read(sql -> new LocalState(sql).deviceId()), device.get());
    }

    private void show(OpenConflicts now, boolean isFollowed) {
        var before = content.get();
        content.set(now);
        showReopened(resolvedHere.openAgain(before, now), isFollowed);
        current.get()
                .filter(shown -> now.find(shown.id()).isEmpty())
                .ifPresent(gone -> current.set(before.after(gone)
                        .flatMap(near -> now.find(near.id()))
                        .or(() -> now.open().stream().findFirst())));
    }

    /// Tells no longer that something was resolved which is open again, and shows it.
    ///
    /// @param isFollowed whether it is shown: not where the person has opened another meanwhile
    private void showReopened(List<Conflict> again, boolean isFollowed) {
        if (!again.isEmpty()) {
            news.set(new News.None());
            if (isFollowed) {
                open(again.getFirst());
            }
        }
    }

    /// Makes this the current conflict.
    public void open(Conflict conflict) {
        leavePreview();
        timesOpened++;
        current.set(Optional.of(conflict));
    }

    /// Makes the first conflict the current one, if there is none.
    public void openFirst() {
        if (current.get().isEmpty()) {
            content.get().open().stream().findFirst().ifPresent(this::open);
        }
    }

    /// The number of the current conflict, counted from 1; 0 when there is none.
    int number() {
        return current.get().map(content.get()::number).orElse(0);
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void step(int by) {
        content.get().step(current.get(), by).ifPresent(this::open);
    }

    /// The conflicts like the current one, itself included: the same field of the same table, under the same rule.
    List<Conflict> alike() {
        return current.get().map(content.get()::alike).orElse(List.of());
    }

    /// The conflicts of the current one's project.
    Optional<ConflictGroup> group() {
        return current.get().flatMap(content.get()::group);
    }

    /// Resolves the current conflict.
    void choose(Choice choice) {
        current.get().ifPresent(shown -> choose(shown, choice));
    }

    /// Resolves this conflict, if it is still as the person saw it.
    void choose(Conflict seen, Choice choice) {
        resolutions.resolve(seen, choice).then(result -> showResult(seen, result));
    }

    private void showResult(Conflict seen, ResolveResult result) {
        var words = content.get().words();
        switch (result) {
            case ResolveResult.Done(var now, var effect) ->
                tell(List.of(now), words.subject(now) + ": " + words.effect(now, effect));
            case ResolveResult.Overtaken(var now) -> {
                news.set(new News.Failed(text("conflict.overtaken")));
                now.filter(Conflict::isOpen).filter(_ -> isCurrent(seen)).ifPresent(_ -> current.set(now));
            }
            case ResolveResult.Refused(var _, var problem) -> news.set(new News.Failed(problem.toString()));
        }
        refresh();
    }

    private boolean isCurrent(Conflict conflict) {
        return current.get().filter(shown -> shown.id().equals(conflict.id())).isPresent();
    }

    /// Previews the choice for all conflicts alike. The answer is dropped if the person has gone on meanwhile.
    void previewAll(Choice choice) {
        bulk.preview(alike(), choice);
    }

    /// Previews the choice for all conflicts of a project.
    public void previewAll(ConflictGroup group, Choice choice) {
        bulk.preview(group.conflicts(), choice);
    }

    void leavePreview() {
        bulk.leave();
    }

    /// Resolves the previewed conflicts.
    void applyAll() {
        var previewed = bulk.preview().get();
        var conflicts = Resolutions.allowed(previewed);
        var choice = bulk.choice();
        leavePreview();
        if (conflicts.isEmpty()) {
            showResults(List.of(), previewed.size());
        } else {
            resolutions.resolveAll(conflicts, choice).then(results -> showResults(results, previewed.size()));
        }
    }

    private void showResults(List<ResolveResult> results, int of) {
        var done = Resolutions.done(results);
        tell(done, text("conflict.resolved.all", done.size(), of));
        refresh();
    }

    private void tell(List<Conflict> resolved, String words) {
        resolvedHere.add(resolved);
        news.set(new News.Resolved(resolved, words));
    }

    /// Reverts the last resolutions: their conflicts are open again.
    void undo() {
        if (news.get() instanceof News.Resolved(var resolved, var _) && !resolved.isEmpty()) {
            news.set(new News.None());
            resolutions.reopen(resolved).then(this::reopened);
        }
    }

    private void reopened(List<Conflict> again) {
        again.stream().findFirst().ifPresent(this::open);
        refresh();
    }
}
