package tidemark.sync;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;

/// Takes a library out of the log it belonged to: it is then a library with content that was never synced, and joins
/// another remote as such. No row changes; the history that was kept for the old log goes.
public final class StartOver {
    private static final Problem FROM_NEWER = new Problem(
            "This library holds things from a newer Tidemark that this version cannot send to another place.",
            "Nothing was changed; the library stays with the remote it has.",
            "Update Tidemark on this computer, then choose the new place again.");

    private static final String ALLOWED = "moving";

    private StartOver() {}

    /// The person has chosen another place: when another library lies there, or none, this one starts over with the
    /// next round. Without this, it stops: what was synced there before is missing.
    public static void allow(Database database) {
        database.change(sql -> new Replica(sql).set(ALLOWED, "yes"));
    }

    /// Starts over if that is allowed; afterwards it is not any more.
    static boolean runIfAllowed(Database database) {
        if (database.read(sql -> new Replica(sql).get(ALLOWED)).isEmpty()) {
            return false;
        }
        run(database);
        settle(database);
        return true;
    }

    /// The place turned out to be the one that the library belongs to.
    static void settle(Database database) {
        if (database.read(sql -> new Replica(sql).get(ALLOWED)).isPresent()) {
            database.change(sql -> sql.update("DELETE FROM local WHERE key = ?", ALLOWED));
        }
    }

    /// Does so, in one transaction.
    ///
    /// @throws Denied when the library holds tables or rows that this program only keeps for newer ones
    public static void run(Database database) {
        database.change(sql -> {
            var state = new State(sql, database.schema());
            for (var record : state.parked().all()) {
                if (!state.knows(record) || state.rows().find(record).isEmpty()) {
                    throw new Denied(FROM_NEWER);
                }
            }
            leaveLog(sql);
            for (var table : database.schema().tables()) {
                sql.update(
                        "INSERT INTO pending (tbl, id, base, tx) SELECT ?, id, NULL, (SELECT number FROM tx) FROM \"%s\""
                                .formatted(table.name()),
                        table.name());
            }
        });
    }

    private static void leaveLog(Sql sql) throws SQLException {
        new Outgoing(sql).clear();
        sql.update("DELETE FROM pending");
        sql.update("DELETE FROM tx_link");
        sql.update("DELETE FROM log");
        sql.update("""
                DELETE FROM local WHERE key IN ('version', 'hash', 'stateHash', 'library')
                  OR key LIKE 'commit.%' OR key LIKE 'checkpoint.%'""");
    }

    /// Whether this library was synced with another one than `library`.
    static boolean isNeeded(Database database, Optional<String> library) {
        return database.read(sql -> {
            var replica = new Replica(sql);
            return !replica.position().version().equals(Version.NONE)
                    && !replica.library().equals(library);
        });
    }
}
