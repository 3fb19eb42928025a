package tidemark.sync;

import java.util.List;
import tidemark.db.Database;

/// Proves that this copy holds what the log says: the fingerprint that is kept with its version against one added up
/// anew from every record.
public final class StateCheck {
    private final Database database;

    /// A check of this library.
    public StateCheck(Database database) {
        this.database = database;
    }

    /// What is wrong, in words; nothing when both agree. Reads every row.
    public List<String> findings() {
        return database.read(sql -> {
            var position = new Replica(sql).position();
            var found = new SyncedRecords(sql, new State(sql, database.schema())).hash();
            return found.equals(position.state())
                    ? List.of()
                    : List.of("The rows at version %s have the fingerprint %s, but %s was kept."
                            .formatted(position.version(), found, position.state()));
        });
    }
}
