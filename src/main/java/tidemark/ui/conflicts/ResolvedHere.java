package tidemark.ui.conflicts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tidemark.library.Conflict;

/// The conflicts that were resolved in this window, by which it knows those that an undo opened again.
final class ResolvedHere {
    private final Set<String> ids = new HashSet<>();

    void add(List<Conflict> resolved) {
        resolved.forEach(conflict -> ids.add(conflict.id()));
    }

    /// Those that are open now and were not before.
    List<Conflict> openAgain(OpenConflicts before, OpenConflicts now) {
        return now.open().stream()
                .filter(conflict -> ids.contains(conflict.id()))
                .filter(conflict -> before.find(conflict.id()).isEmpty())
                .toList();
    }
}
