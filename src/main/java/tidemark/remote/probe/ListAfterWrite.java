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
    /// @return what is wrong, in words; empty when each listing showed what was just written
    Optional<String> run(String folder, List<ObjectName> scratch) {
        for (int i = 1; i <= LISTINGS; i++) {
            var name = new ObjectName(folder + "listed-" + i);
            scratch.add(name);
            budget.run(() -> add(name));
            var listed = budget.run(() -> store.list(folder, Optional.empty(), LISTINGS * 2));
            if (!listed.contains(name)) {
                return Optional.of(finding(name, listed, scratch));
            }
        }
        return Optional.empty();
    }

    /// The names that came back instead, if any did: a server may change names.
    private static String finding(ObjectName name, List<ObjectName> listed, List<ObjectName> written) {
        return listed.stream()
                .filter(other -> !written.contains(other))
                .findFirst()
                .map(other -> "The listing names " + other + " where " + name + " was written.")
                .orElse("What was just written was missing in the next listing.");
    }

    private ObjectName add(ObjectName name) {
        store.add(name, Body.of(new byte[0]));
        return name;
    }
}
