package tidemark.ui.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;

/// A virtual list: as long as the library, but holding only the pages that were looked at.
///
/// An item that is asked for before it was read is a placeholder, and its page is requested. After a change every page
/// is stale: it stays on show until the new one is there, so nothing flickers.
///
/// @param <T> the type of the items
final class PagedList<T> extends ObservableListBase<PagedList.Element<T>> {
    static final int PAGE = 100;

    /// A position in the list, with its item once that was read.
    ///
    /// @param item empty while it is being read
    record Element<T>(Optional<T> item) {}

    private final IntConsumer load;
    private final Map<Integer, List<T>> pages = new HashMap<>();
    private final Set<Integer> stale = new HashSet<>();
    private final Set<Integer> requested = new HashSet<>();
    private int size;

    /// An empty list.
    ///
    /// @param load requests the page of this number, counted from 0; it is given back through [#put]
    PagedList(IntConsumer load) {
        this.load = load;
    }

    @Override
    public Element<T> get(int index) {
        var page = index / PAGE;
        var items = pages.get(page);
        if ((items == null || stale.contains(page)) && requested.add(page)) {
            load.accept(page);
        }
        var place = index % PAGE;
        return new Element<>(items == null || place >= items.size() ? Optional.empty() : Optional.of(items.get(place)));
    }

    @Override
    public int size() {
        return size;
    }

    /// The index of the first item that `wanted` accepts, among those that were read.
    Optional<Integer> find(Predicate<T> wanted) {
        for (var page : pages.entrySet()) {
            var first = page.getKey() * PAGE;
            for (int i = 0; i < Math.min(page.getValue().size(), size - first); i++) {
                if (wanted.test(page.getValue().get(i))) {
                    return Optional.of(first + i);
                }
            }
        }
        return Optional.empty();
    }

    /// Becomes another list, of which nothing was read.
    void clear(int newSize) {
        var known = readOrRequested();
        pages.clear();
        stale.clear();
        requested.clear();
        resize(newSize);
        update(known);
    }

    /// Takes note of a change of the list: every page is stale.
    void refresh(int newSize) {
        var known = readOrRequested();
        stale.addAll(pages.keySet());
        requested.clear();
        resize(newSize);
        update(known);
    }

    /// Takes a page that was read.
    void put(int page, List<T> items) {
        pages.put(page, List.copyOf(items));
        stale.remove(page);
        requested.remove(page);
        update(Set.of(page));
    }

    /// The pages that were looked at. All others are placeholders and remain so: to fire updates for a hundred thousand
    /// of them after each keystroke would block the window.
    private Set<Integer> readOrRequested() {
        var known = new TreeSet<>(pages.keySet());
        known.addAll(requested);
        return known;
    }

    private void resize(int newSize) {
        pages.keySet().removeIf(page -> page * PAGE >= newSize);
        beginChange();
        if (newSize < size) {
            var removed = new ArrayList<>(Collections.nCopies(size - newSize, new Element<T>(Optional.empty())));
            size = newSize;
            nextRemove(newSize, removed);
        } else if (newSize > size) {
            var from = size;
            size = newSize;
            nextAdd(from, newSize);
        }
        endChange();
    }

    private void update(Set<Integer> changed) {
        beginChange();
        for (var page : changed) {
            for (int i = page * PAGE; i < Math.min(size, page * PAGE + PAGE); i++) {
                nextUpdate(i);
            }
        }
        endChange();
    }
}
