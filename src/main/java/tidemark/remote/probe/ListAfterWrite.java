package tidemark.remote.probe;

import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;

/// The trial of list-after-write consistency: whether a listing shows every write that had ended before it. Commits by
/// claims rely on nothing else.
record ListAfterWrite(RemoteStore store, RequestBudget budget) {
    static final int LISTINGS = 10;

    /// Writes and lists in turn.
    ///
    /// @param scratch takes the names that were used
    /// @return whether each listing showed what was just written
    boolean run(String folder, List<ObjectName> scratch) {
        for (int i = 1; i <= LISTINGS; i++) {
            var name = new ObjectName(folder + "listed-" + i);
            scratch.add(name);
            budget.run(() -> add(name));
            if (!budget.run(() -> store.list(folder, Optional.empty(), LISTINGS * 2))
                    .contains(name)) {
                return false;
            }
        }
        return true;
    }

    private ObjectName add(ObjectName name) {
        store.add(name, Body.of(new byte[0]));
        return name;
    }
}
