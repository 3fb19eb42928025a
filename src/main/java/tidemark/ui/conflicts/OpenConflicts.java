package tidemark.ui.conflicts;

import java.util.List;
import java.util.Optional;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;

/// The open conflicts as read at one moment, by project.
record OpenConflicts(List<ConflictGroup> groups, ConflictWords words) {
    /// All of them, in the order of the groups.
    List<Conflict> open() {
        return groups.stream().flatMap(group -> group.conflicts().stream()).toList();
    }

    Optional<Conflict> find(String id) {
        return open().stream().filter(conflict -> conflict.id().equals(id)).findFirst();
    }

    /// The number of the conflict, counted from 1; 0 when it is not among these.
    int number(Conflict conflict) {
        return open().stream().map(Conflict::id).toList().indexOf(conflict.id()) + 1;
    }

    /// The conflict after this one, if there is one.
    Optional<Conflict> after(Conflict conflict) {
        var place = number(conflict);
        var all = open();
        return place > 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
    }

    /// The conflict that lies so many steps away; the last is followed by the first.
    Optional<Conflict> step(Optional<Conflict> from, int by) {
        var all = open();
        var number = from.map(this::number).orElse(0);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(number - 1 + by, all.size())));
    }

    /// The conflicts like this one, itself included: the same field of the same table, under the same rule.
    List<Conflict> alike(Conflict conflict) {
        return open().stream()
                .filter(other -> isLike(other.subject(), conflict.subject()))
                .toList();
    }

    private static boolean isLike(Conflict.Subject one, Conflict.Subject other) {
        return one.rule() == other.rule()
                && one.field().equals(other.field())
                && one.record().table().equals(other.record().table());
    }

    /// The group that this conflict is in.
    Optional<ConflictGroup> group(Conflict conflict) {
        return groups.stream()
                .filter(group ->
                        group.conflicts().stream().anyMatch(other -> other.id().equals(conflict.id())))
                .findFirst();
    }
}
