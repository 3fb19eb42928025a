package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tidemark.files.Pins;
import tidemark.library.Library;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Counts;
import tidemark.library.records.Label;
import tidemark.library.records.ProjectId;
import tidemark.schema.LibrarySchema;
import tidemark.ui.base.Background;
import tidemark.ui.base.Readings;
import tidemark.ui.base.Undo;

/// The model of the sidebar: the shelves' numbers, the collections and the labels.
public final class SidebarModel {
    /// The numbers, collections and labels as read at one moment.
    ///
    /// @param pinned the collections whose files are all kept on this device
    record Content(
            Counts counts,
            List<Collection> collections,
            List<Label> labels,
            Set<CollectionId> pinned,
            LocalDate today) {}

    private final Library library;
    private final Pins pins;
    private final Background background;
    private final Undo undo;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Content> content;
    private final Readings readings = new Readings();
    private Consumer<Runnable> afterSaving = Runnable::run;

    /// A model without numbers, until they are read in the background.
    public SidebarModel(
            Library library, Pins pins, Background background, Undo undo, InstantSource clock, ZoneId zone) {
        this.library = library;
        this.pins = pins;
        this.background = background;
        this.undo = undo;
        this.clock = clock;
        this.zone = zone;
        this.content = new ReadOnlyObjectWrapper<>(
                new Content(new Counts(0, 0, 0, 0, 0, Map.of(), Map.of()), List.of(), List.of(), Set.of(), today()));
        refresh();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    /// Reads everything again, because the library has changed.
    public void refresh() {
        background.run(this::read).then(readings.next(content::set));
    }

    private Content read() {
        var today = today();
        return new Content(
                library.counts(today),
                library.collections().all(),
                library.labels().all(),
                pins.of(LibrarySchema.COLLECTION).stream()
                        .map(CollectionId::new)
                        .collect(Collectors.toSet()),
                today);
    }

    void createCollection(String name, Optional<CollectionId> parent) {
        undo.step(text("undo.collection.create", name), () -> {
            parent.ifPresentOrElse(
                    above -> library.collections().create(name, above),
                    () -> library.collections().create(name));
        });
    }

    void rename(Collection collection, String name) {
        undo.step(
                text("undo.rename", collection.details().name(), name),
                () -> library.collections()
                        .save(collection, collection.details().withName(name)));
    }

    /// Moves a collection into another, or to the top.
    void nest(CollectionId moved, Optional<CollectionId> into) {
        undo.told(
                text("undo.collection.move", name(moved), place(into)),
                () -> library.collections()
                        .find(moved)
                        .ifPresent(collection -> library.collections().move(collection, into)));
    }

    /// Keeps all files in a collection on this device, or lets them go when room is needed. It is this device's alone,
    /// so no step to undo.
    void pin(CollectionId collection, boolean isKept) {
        background
                .run(() -> {
                    if (isKept) {
                        pins.pin(collection.record());
                    } else {
                        pins.unpin(collection.record());
                    }
                    return read();
                })
                .then(readings.next(content::set));
    }

    void trash(CollectionId collection) {
        undo.told(
                text("undo.trash.collection", name(collection)),
                () -> library.trash().put(List.of(collection)));
    }

    void rename(Label label, String name) {
        undo.step(
                text("undo.rename", label.name(), name), () -> library.labels().rename(label, name));
    }

    void delete(Label label) {
        undo.told(
                text("undo.label.delete", label.name()), () -> library.labels().delete(label.id()));
    }

    /// Moves these projects into a collection, or out of all.
    void put(List<ProjectId> projects, Optional<CollectionId> into) {
        undo.told(
                text("undo.move", projects.size(), place(into)),
                () -> library.projects().move(projects, into));
    }

    /// Gives these projects a label.
    void attach(List<ProjectId> projects, Label label) {
        undo.told(
                text("undo.label.attach", projects.size(), label.name()),
                () -> library.labels().attach(projects, label.id()));
    }

    /// Whether a collection is another, or inside it, as read last.
    boolean isInside(CollectionId inner, CollectionId outer) {
        var parents = new HashMap<CollectionId, CollectionId>();
        content.get()
                .collections()
                .forEach(known -> known.parent().ifPresent(parent -> parents.put(known.id(), parent)));
        var seen = new HashSet<CollectionId>();
        for (@Nullable CollectionId at = inner; at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// Puts these projects into the trash.
    void trash(List<ProjectId> projects) {
        afterSaving.accept(() -> undo.told(
                text("undo.trash", projects.size()), () -> library.trash().put(projects)));
    }

    /// Lets `first` save what is typed before a project goes to the trash: an edit saved later would restore it.
    ///
    /// @param first runs the action that it is given when all is saved
    public void trashAfter(Consumer<Runnable> first) {
        afterSaving = first;
    }

    /// Gives these projects a star.
    void star(List<ProjectId> projects) {
        undo.told(
                text("undo.star.many", projects.size()),
                () -> library.projects().star(projects));
    }

    /// The name of a collection as read last.
    private String name(CollectionId id) {
        return content.get().collections().stream()
                .filter(collection -> collection.id().equals(id))
                .map(collection -> collection.details().name())
                .findFirst()
                .orElse(text("list.untitled"));
    }

    private String place(Optional<CollectionId> into) {
        return into.map(this::name).map(name -> text("undo.into", name)).orElseGet(() -> text("undo.out"));
    }
}
