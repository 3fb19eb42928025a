package tidemark.ui.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import tidemark.library.records.FileId;

/// The selection in a grid: what is selected, where a range begins, and where the keyboard is.
final class GridSelection {
    private final SequencedSet<FileId> selected = new LinkedHashSet<>();
    private List<FileId> all = List.of();
    private Optional<FileId> anchor = Optional.empty();
    private Optional<FileId> lead = Optional.empty();

    /// How a click or key changes the selection.
    enum Way {
        /// Selects one alone.
        ALONE,
        /// Selects all from the beginning of the range to here.
        RANGE,
        /// Selects this one, too, or not any more.
        TOGGLE
    }

    /// Takes these files. What is selected stays so; where all of it is gone, what took the lead's place is.
    void show(List<FileId> now) {
        var place = lead.map(all::indexOf).orElse(-1);
        var hadSome = !selected.isEmpty();
        all = List.copyOf(now);
        selected.retainAll(all);
        anchor = anchor.filter(all::contains);
        lead = lead.filter(all::contains);
        if (hadSome && selected.isEmpty() && !all.isEmpty()) {
            select(Math.clamp(place, 0, all.size() - 1), Way.ALONE);
        }
    }

    boolean isSelected(FileId id) {
        return selected.contains(id);
    }

    boolean isLead(FileId id) {
        return lead.equals(Optional.of(id));
    }

    /// The place of the lead; -1 where there is none.
    int place() {
        return lead.map(all::indexOf).orElse(-1);
    }

    /// The selected ones, in their order.
    List<FileId> selected() {
        return all.stream().filter(selected::contains).toList();
    }

    /// Selects the one at this place, which becomes the lead.
    void select(int place, Way way) {
        var id = all.get(place);
        switch (way) {
            case ALONE -> {
                selected.clear();
                selected.add(id);
                anchor = Optional.of(id);
            }
            case TOGGLE -> {
                if (!selected.remove(id)) {
                    selected.add(id);
                }
                anchor = Optional.of(id);
            }
            case RANGE -> {
                var from = anchor.map(all::indexOf).orElse(place);
                selected.clear();
                IntStream.rangeClosed(Math.min(from, place), Math.max(from, place))
                        .mapToObj(all::get)
                        .forEach(selected::add);
                anchor = anchor.or(() -> Optional.of(id));
            }
        }
        lead = Optional.of(id);
    }

    /// Selects these alone; the first is the lead.
    void select(List<FileId> ids) {
        var known = new ArrayList<>(ids);
        known.retainAll(all);
        selected.clear();
        selected.addAll(known);
        lead = known.stream().findFirst();
        anchor = lead;
    }

    void selectAll() {
        selected.addAll(all);
    }
}
