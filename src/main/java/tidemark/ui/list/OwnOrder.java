package tidemark.ui.list;

import java.util.List;
import java.util.Optional;
import tidemark.library.records.InsertAt;
import tidemark.library.records.ProjectId;

/// The changes of the person's own order, by dragging lines and by keys. Where the list is in another order there are
/// none.
final class OwnOrder {
    private final ListModel model;
    private boolean isFollowed;

    OwnOrder(ListModel model) {
        this.model = model;
    }

    /// Whether the selection follows the projects that were moved last: until the person selects something else.
    boolean isFollowed() {
        return isFollowed;
    }

    void selectedElse() {
        isFollowed = false;
    }

    /// The move of these projects to the gap above a line, which is the number of entries for the gap below the last
    /// one; empty where they cannot be moved, or would stay where they are.
    Optional<Runnable> into(int gap, List<ProjectId> moved) {
        if (!model.isInOwnOrder() || moved.isEmpty() || isAt(gap, moved)) {
            return Optional.empty();
        }
        return project(gap)
                .<InsertAt<ProjectId>>map(InsertAt.Before::new)
                .or(() -> project(gap - 1).map(InsertAt.After::new))
                .map(place -> () -> {
                    isFollowed = true;
                    model.arrange(moved, place);
                });
    }

    /// The move of selected projects by one line.
    ///
    /// @param first the first selected line
    /// @param last the last selected line
    Optional<Runnable> step(boolean isUp, int first, int last, List<ProjectId> moved) {
        return isUp ? into(first - 1, moved) : into(last + 2, moved);
    }

    private boolean isAt(int gap, List<ProjectId> moved) {
        return gap < 0
                || gap > model.entries().size()
                || project(gap).filter(moved::contains).isPresent()
                || (moved.size() == 1
                        && project(gap - 1).filter(moved::contains).isPresent());
    }

    /// The project in this line; empty where there is none, or it was not read yet.
    private Optional<ProjectId> project(int line) {
        return line >= 0 && line < model.entries().size()
                ? model.entries().get(line).item().flatMap(ListEntry::projectId)
                : Optional.empty();
    }
}
