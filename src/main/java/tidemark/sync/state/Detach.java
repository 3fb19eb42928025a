package tidemark.sync.state;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.format.Version;

/// The detaching of a library from the log it belonged to: its content then counts as never synced, and
/// joins another remote as such. No row changes; the local log is deleted.
public final class Detach {
    private static final Problem FROM_NEWER = new Problem(
            "This library holds things from a newer Tidemark that this version cannot send to another place.",
            "Nothing was changed; the library stays with the remote it has.",
            "Update Tidemark on this computer, then choose the new place again.");

    private Detach() {}

    /// Notes that the person has chosen this place: when there is another library, or none, this one is
    /// detached in its next round there. At the place where it was synced last it is not, however empty
    /// that is now: then sync stops, because what was there is missing.
    ///
    /// @param place the place as [tidemark.remote.RemoteStore#describe] names it
    /// @param before the place that was set until now, for libraries that have not noted where they were
    ///     synced
    public static void allow(Database database, String place, Optional<String> before) {
        database.change(sql -> {
            var replica = new Replica(sql);
            var last = replica.get(LocalKey.PLACE).or(() -> before);
            if (last.isPresent() && !last.get().equals(place)) {
                replica.set(LocalKey.MOVING_TO, place);
            } else {
                replica.remove(LocalKey.MOVING_TO);
            }
        });
    }

    /// Detaches the library if that is allowed at this place; returns whether it did.
    public static boolean runIfAllowed(Database database, String place) {
        if (!isAllowed(database, place)) {
            return false;
        }
        run(database);
        return true;
    }

    /// Whether the person chose this place for a library that was synced elsewhere.
    private static boolean isAllowed(Database database, String place) {
        return database.read(sql -> new Replica(sql).get(LocalKey.MOVING_TO)).equals(Optional.of(place));
    }

    /// Notes that the library has joined this place: from now on, what is missing there was lost.
    public static void joined(Database database, String place) {
        var known = database.read(sql -> new Replica(sql).get(LocalKey.PLACE));
        if (known.equals(Optional.of(place)) && !isAllowed(database, place)) {
            return;
        }
        database.change(sql -> {
            var replica = new Replica(sql);
            replica.set(LocalKey.PLACE, place);
            if (replica.get(LocalKey.MOVING_TO).equals(Optional.of(place))) {
                replica.remove(LocalKey.MOVING_TO);
            }
        });
    }

    /// Detaches the library from its log, in one transaction: all rows are pending afterwards.
    ///
    /// @throws Denied when the library holds tables or rows that this program only keeps for newer ones
    public static void run(Database database) {
        database.change(sql -> {
            var state = new SyncedState(sql, database.schema());
            for (var record : state.unknown().all()) {
                if (!state.knows(record) || state.rows().find(record).isEmpty()) {
                    throw new Denied(FROM_NEWER);
                }
            }
            leaveLog(sql);
            for (var table : database.schema().tables()) {
                var insert = """
                        INSERT INTO pending (tbl, id, base, tx)
                        SELECT ?, id, NULL, (SELECT number FROM tx) FROM "%s"
                        """.formatted(table.name());
                sql.update(insert, table.name());
            }
        });
    }

    private static void leaveLog(Sql sql) throws SQLException {
        new Outgoing(sql).clear();
        sql.update("DELETE FROM pending");
        sql.update("DELETE FROM tx_link");
        sql.update("DELETE FROM log");
        new Replica(sql).forgetLog();
        UnsentContents.forgetSent(sql);
    }

    /// Whether this library was synced with another one than `library`.
    public static boolean isNeeded(Database database, Optional<String> library) {
        return database.read(sql -> {
            var replica = new Replica(sql);
            return !replica.position().version().equals(Version.NONE)
                    && !replica.library().equals(library);
        });
    }
}
