package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
import tidemark.library.records.LibraryId;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.Search;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;
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
    private int generation;
    private boolean isAnswered;

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

    /// The source of the entries that are on show. While another is read it is the one before, for a moment; then it is
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

    /// Reads the list again, because the library has changed.
    public void refresh() {
        read(entries::refresh);
    }

    private void readAnew() {
        var asked = generation + 1;
        patience.restart(() -> {
            if (asked == generation && !isAnswered) {
                size.set(-1);
                entries.clear(0);
                shown.set(source.get());
            }
        });
        read(entries::clear);
    }

    /// Closes the open project when the trash is shown: it would look as if it were in the trash.
    private void closeForTrash(ListSource now) {
        if (now instanceof ListSource.Trash) {
            open.set(Optional.empty());
        }
    }

    /// Reads the list. The answer is dropped if the list is read again meanwhile, for another source or order.
    private void read(IntConsumer resized) {
        var asked = ++generation;
        isAnswered = false;
        switch (source.get()) {
            case ListSource.Shelf(var shelf, var _) ->
                background.run(() -> FirstPage.read(library, query(shelf))).then(firstPage -> {
                    if (asked == generation) {
                        show(firstPage, resized);
                    }
                });
            case ListSource.Found(var words) -> readWhole(asked, resized, () -> shortLists.found(words));
            case ListSource.InConflict() -> readWhole(asked, resized, shortLists::inConflict);
            case ListSource.Trash() -> readWhole(asked, resized, shortLists::trashed);
        }
    }

    /// The place of the list now.
    public ListPlace place() {
        return new ListPlace(source.get(), sort.get(), open.get());
    }

    /// Shows the page that was read before there was a window, until it is read again.
    public void show(FirstPage firstPage) {
        show(firstPage, entries::clear);
    }

    private void show(FirstPage firstPage, IntConsumer resized) {
        answered();
        size.set(firstPage.count());
        resized.accept(firstPage.count());
        entries.put(0, entries(firstPage.projects()));
    }

    /// Reads a list that is short enough to be read at once.
    private void readWhole(int asked, IntConsumer resized, Callable<List<ListEntry>> search) {
        background.run(search).then(found -> {
            if (asked == generation) {
                answered();
                size.set(found.size());
                resized.accept(found.size());
                for (int i = 0; i * PagedList.PAGE < found.size(); i++) {
                    var end = Math.min(found.size(), (i + 1) * PagedList.PAGE);
                    entries.put(i, found.subList(i * PagedList.PAGE, end));
                }
            }
        });
    }

    /// Heading and entries change together.
    private void answered() {
        isAnswered = true;
        shown.set(source.get());
    }

    private static List<ListEntry> entries(List<ProjectSummary> projects) {
        return projects.stream().<ListEntry>map(ListEntry.Listed::new).toList();
    }

    private void load(int page) {
        if (source.get() instanceof ListSource.Shelf(var shelf, var _)) {
            var asked = generation;
            background
                    .run(() -> library.projects().page(query(shelf), page * PagedList.PAGE, PagedList.PAGE))
                    .then(projects -> {
                        if (asked == generation) {
                            entries.put(page, entries(projects));
                        }
                    });
        }
    }

    private ProjectQuery query(ProjectQuery.Shelf shelf) {
        return ProjectQuery.of(shelf).sorted(sort.get());
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

    /// Removes all that is in the trash for good.
    public void emptyTrash() {
        background.execute(() -> library.trash().empty());
    }

    /// Whether the list shows the trash.
    public boolean showsTrash() {
        return shown.get() instanceof ListSource.Trash;
    }
}
