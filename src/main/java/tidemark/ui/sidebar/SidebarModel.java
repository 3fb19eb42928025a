package tidemark.ui.sidebar;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.Library;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Counts;
import tidemark.library.records.Label;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Background;
import tidemark.ui.base.Readings;

/// The model of the sidebar: the shelves' numbers, the collections and the labels.
public final class SidebarModel {
    /// The numbers, collections and labels as read at one moment.
    record Content(Counts counts, List<Collection> collections, List<Label> labels, LocalDate today) {}

    private final Library library;
    private final Background background;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Content> content;
    private final Readings readings = new Readings();

    /// A model without numbers, until they are read in the background.
    public SidebarModel(Library library, Background background, InstantSource clock, ZoneId zone) {
        this.library = library;
        this.background = background;
        this.clock = clock;
        this.zone = zone;
        this.content = new ReadOnlyObjectWrapper<>(
                new Content(new Counts(0, 0, 0, 0, 0, Map.of(), Map.of()), List.of(), List.of(), today()));
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
                today);
    }

    void createCollection(String name, Optional<CollectionId> parent) {
        background.execute(() -> parent.ifPresentOrElse(
                above -> library.collections().create(name, above),
                () -> library.collections().create(name)));
    }

    void rename(Collection collection, String name) {
        background.execute(() ->
                library.collections().save(collection, collection.details().withName(name)));
    }

    void nest(CollectionId moved, Optional<CollectionId> into) {
        background.execute(() -> library.collections()
                .find(moved)
                .ifPresent(collection -> library.collections().move(collection, into)));
    }

    void trash(Collection collection) {
        background.execute(() -> library.trash().put(List.of(collection.id())));
    }

    void rename(Label label, String name) {
        background.execute(() -> library.labels().rename(label, name));
    }

    void delete(Label label) {
        background.execute(() -> library.labels().delete(label.id()));
    }

    /// Moves these projects into a collection, or out of all.
    void put(List<ProjectId> projects, Optional<CollectionId> into) {
        background.execute(() -> projects.forEach(project -> library.projects()
                .find(project)
                .ifPresent(found -> library.projects().move(found, into))));
    }
}
