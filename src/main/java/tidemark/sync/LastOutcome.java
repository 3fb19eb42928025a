package tidemark.sync;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.Json;
import tidemark.db.Origin;
import tidemark.problem.Problem;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;

/// The outcome of the last round, kept with the library for programs that start later: a failure stays until a round
/// succeeds. Written only when it changes, because a remote that cannot be reached is tried every few minutes.
final class LastOutcome {
    private static final Logger LOG = LoggerFactory.getLogger(LastOutcome.class);

    private final Database database;

    /// The outcome that is kept in this library.
    LastOutcome(Database database) {
        this.database = database;
    }

    /// Notes the state that a round has ended with; one that is no failure forgets the failure before.
    void record(SyncState state) {
        var text = text(state);
        try {
            if (!database.read(sql -> new Replica(sql).get(LocalKey.FAILURE)).equals(text)) {
                database.change(Origin.SYNC, sql -> write(new Replica(sql), text));
            }
        } catch (DatabaseException e) {
            LOG.info("The outcome of the round is not stored: {}", e.problem());
        }
    }

    private static void write(Replica replica, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            replica.set(LocalKey.FAILURE, text.get());
        } else {
            replica.remove(LocalKey.FAILURE);
        }
    }

    private static Optional<String> text(SyncState state) {
        return switch (state) {
            case SyncState.ActionNeeded(var problem, var action) -> Optional.of(text(action.name(), problem));
            case SyncState.Offline(var _, var because, var isVanished) ->
                Optional.of(text(isVanished ? "VANISHED" : "OFFLINE", because));
            case SyncState.UpdateNeeded(var minReader) ->
                Optional.of(text(Map.of("kind", "UPDATE", "minReader", Integer.toString(minReader))));
            case SyncState _ -> Optional.empty();
        };
    }

    private static String text(String kind, Problem problem) {
        return text(
                Map.of("kind", kind, "cause", problem.cause(), "effect", problem.effect(), "remedy", problem.remedy()));
    }

    private static String text(Map<String, String> parts) {
        var values = new TreeMap<String, Value>();
        parts.forEach((name, part) -> values.put(name, Value.of(part)));
        return Json.of(new Row(values));
    }

    /// The failure that the last round ended with; empty after a success, and when what is kept cannot be read. The
    /// next try of one that is offline is now: nobody waits for it.
    ///
    /// @param now the time of the next try
    Optional<SyncState> failure(Instant now) {
        return database.read(sql -> new Replica(sql).get(LocalKey.FAILURE)).flatMap(text -> state(text, now));
    }

    private static Optional<SyncState> state(String text, Instant now) {
        try {
            var row = Json.row(text);
            var problem = new Problem(row.text("cause", ""), row.text("effect", ""), row.text("remedy", ""));
            return Optional.of(
                    switch (row.text("kind", "")) {
                        case "OFFLINE" -> new SyncState.Offline(now, problem, false);
                        case "VANISHED" -> new SyncState.Offline(now, problem, true);
                        case "UPDATE" -> new SyncState.UpdateNeeded(Integer.parseInt(row.text("minReader", "")));
                        case String action -> new SyncState.ActionNeeded(problem, SyncState.Action.valueOf(action));
                    });
        } catch (RuntimeException e) {
            LOG.info("The outcome of the last round cannot be read: {}", text, e);
            return Optional.empty();
        }
    }
}
