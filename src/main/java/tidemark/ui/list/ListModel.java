package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.CollectionId;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.Search;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;
import tidemark.ui.base.Readings;
import tidemark.ui.base.Undo;

/// The model of the list: its source, its order, its entries, and the open project.
public final class ListModel {
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final Library library;
    private final Background background;
    private final Undo undo;
    private final ShortLists shortLists;
    private final ObjectProperty<ListSource> source = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ListSource> shown;
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.EDITED);
    private final ObjectProperty<Optional<ProjectId>> open = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ProjectId>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(-1);
    private final PagedList<ListEntry> entries = new PagedList<>(this::load);
    private Consumer<Runnable> afterSaving = Runnable::run;
    private final Delay patience;
    private final Readings readings = new Readings();
    private Content onShow;
    private int contents;

    /// The source of a list, and its order.
    private record Content(ListSource source, Sort sort) {}

    /// A list that begins at `first`.
    public ListModel(Library library, Search search, Background background, Undo undo, ListPlace first) {
        this(library, search, background, undo, first, Delay.of(PATIENCE));
    }

    /// @param patience the wait after which a list that is not read yet is shown without entries
    ListModel(Library library, Search search, Background background, Undo undo, ListPlace first, Delay patience) {
        this.library = library;
        this.background = background;
        this.undo = undo;
        this.shortLists = new ShortLists(library, search);
        this.patience = patience;
        source.set(first.source());
        sort.set(first.sort());
        open.set(first.open());
        shown = new ReadOnlyObjectWrapper<>(first.source());
        onShow = wanted();
        source.subscribe(now -> {
            closeForTrash(now);
            readAnew();
        });
        sort.subscribe(this::readAnew);
    }

    /// The source of the entries.
    public ObjectProperty<ListSource> source() {
        return source;
    }

    /// The source of the entries that are on show. While another is read it is the one before, for a moment;
    /// then it is
    /// the new one with no entries yet. So heading, number and entries are always of one list.
    public ReadOnlyObjectProperty<ListSource> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The order of the entries.
    public ObjectProperty<Sort> sort() {
        return sort;
    }

    /// The project that is open in the editor.
    public ObjectProperty<Optional<ProjectId>> open() {
        return open;
    }

    /// The projects that are selected, in the order of the list; the open one, if only one is.
    public ReadOnlyObjectProperty<List<ProjectId>> selected() {
        return selected.getReadOnlyProperty();
    }

    void select(List<ProjectId> projects) {
        selected.set(List.copyOf(projects));
    }

    /// The number of entries; -1 until it is known.
    public ReadOnlyIntegerProperty size() {
        return size.getReadOnlyProperty();
    }

    PagedList<ListEntry> entries() {
        return entries;
    }

    private Content wanted() {
        return new Content(source.get(), sort.get());
    }

    /// Reads the list again, because the library has changed.
    public void refresh() {
        read();
    }

    private void readAnew() {
        patience.restart(() -> {
            if (!onShow.equals(wanted())) {
                size.set(-1);
                become(wanted(), 0);
            }
        });
        read();
    }

    /// Closes the open project when the trash is shown: it would look as if it were in the trash.
    private void closeForTrash(ListSource now) {
        if (now instanceof ListSource.Trash) {
            open.set(Optional.empty());
        }
    }

    /// Reads the list. The answer is dropped if another list is wanted by then, or a later reading was answered
    /// first.
    private void read() {
        var asked = wanted();
        switch (asked.source()) {
            case ListSource.Shelf(var shelf, var _) ->
                background
                        .run(() -> FirstPage.read(library, query(shelf, asked.sort())))
                        .then(readings.next(firstPage -> show(asked, firstPage)));
            case ListSource.Found(var words) -> readWhole(asked, () -> shortLists.found(words));
            case ListSource.InConflict() -> readWhole(asked, shortLists::inConflict);
            case ListSource.Trash() -> readWhole(asked, shortLists::trashed);
        }
    }

    /// The place of the list now.
    public ListPlace place() {
        return new ListPlace(source.get(), sort.get(), open.get());
    }

    /// Shows the page that was read before there was a window, until it is read again.
    public void show(FirstPage firstPage) {
        show(wanted(), firstPage);
    }

    private void show(Content asked, FirstPage firstPage) {
        if (asked.equals(wanted())) {
            size.set(firstPage.count());
            become(asked, firstPage.count());
            entries.put(0, entries(firstPage.projects()));
        }
    }

    /// Reads a list that is short enough to be read at once.
    private void readWhole(Content asked, Callable<List<ListEntry>> search) {
        background.run(search).then(readings.next(found -> {
            if (asked.equals(wanted())) {
                size.set(found.size());
                become(asked, found.size());
                for (int i = 0; i * PagedList.PAGE < found.size(); i++) {
                    var end = Math.min(found.size(), (i + 1) * PagedList.PAGE);
                    entries.put(i, found.subList(i * PagedList.PAGE, end));
                }
            }
        }));
    }

    /// Makes heading and entries those of this list, together. Only where they are of it already do the entries stay
    /// until they are read again.
    private void become(Content now, int length) {
        contents++;
        if (onShow.equals(now)) {
            entries.refresh(length);
        } else {
            onShow = now;
            entries.clear(length);
        }
        shown.set(now.source());
    }

    private static List<ListEntry> entries(List<ProjectSummary> projects) {
        return projects.stream().<ListEntry>map(ListEntry.Listed::new).toList();
    }

    /// Reads a page of the list that is on show, which may be another than is wanted by now.
    private void load(int page) {
        if (onShow.source() instanceof ListSource.Shelf(var shelf, var _)) {
            var asked = contents;
            var query = query(shelf, onShow.sort());
            background
                    .run(() -> library.projects().page(query, page * PagedList.PAGE, PagedList.PAGE))
                    .then(projects -> {
                        if (asked == contents) {
                            entries.put(page, entries(projects));
                        }
                    });
        }
    }

    private static ProjectQuery query(ProjectQuery.Shelf shelf, Sort sort) {
        return ProjectQuery.of(shelf).sorted(sort);
    }

    /// Whether the entries are projects in the person's own order, which can be changed.
    boolean isInOwnOrder() {
        return onShow.source() instanceof ListSource.Shelf && onShow.sort() == Sort.MANUAL;
    }

    /// Puts these projects, in this order, at another spot of the person's own order.
    void arrange(List<ProjectId> projects, InsertAt<ProjectId> insertAt) {
        undo.step(
                text("undo.arrange", projects.size()), () -> library.projects().arrange(projects, insertAt));
    }

    /// Creates a project, in the collection that the list shows if it shows one, and opens it.
    public void create() {
        undo.create(text("undo.project.create"), this::createHere).then(project -> open.set(Optional.of(project.id())));
    }

    private Project createHere() {
        var collection = collection();
        return collection.isPresent()
                ? library.projects().create(ProjectDetails.EMPTY, collection.get())
                : library.projects().create(ProjectDetails.EMPTY);
    }

    private Optional<CollectionId> collection() {
        return source.get() instanceof ListSource.Shelf(var shelf, var _)
                ? switch (shelf) {
                    case ProjectQuery.Shelf.In(var collection) -> Optional.of(collection);
                    case ProjectQuery.Shelf.Within(var collection) -> Optional.of(collection);
                    case ProjectQuery.Shelf _ -> Optional.empty();
                }
                : Optional.empty();
    }

    /// Lets `first` save what is typed before a project goes to the trash: an edit saved later would restore it.
    ///
    /// @param first runs the action that it is given when all is saved
    public void trashAfter(Consumer<Runnable> first) {
        afterSaving = first;
    }

    /// Moves these projects to the trash.
    public void trash(List<ProjectId> projects) {
        if (!projects.isEmpty()) {
            afterSaving.accept(() -> undo.told(
                    text("undo.trash", projects.size()), () -> library.trash().put(projects)));
        }
    }

    /// Restores these records from the trash.
    public void restore(List<LibraryId> things) {
        if (!things.isEmpty()) {
            undo.told(text("undo.restore", things.size()), () -> library.trash().restore(things));
        }
    }

    /// Removes these records, which are in the trash, for good.
    void remove(List<LibraryId> things) {
        background.execute(() -> library.trash().remove(things));
    }

    /// Removes all that is in the trash for good.
    public void emptyTrash() {
        background.execute(() -> library.trash().empty());
    }

    /// Whether the list shows the trash.
    public boolean showsTrash() {
        return shown.get() instanceof ListSource.Trash;
    }
}
