package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.OwnerOnly;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.UnreadableNotes;

/// The renewal of the checkpoint on the remote, near the end of the log, so that a new device need not read all of it.
///
/// Below 1 MiB it is renewed after each burst, at most once a minute; above, after the first sync and when the log
/// since the last one is long. It is a cache: late, stale or lost, it does no harm (rule 11).
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long SMALL = 1 << 20;
    private static final long MOST_BATCHES = 200;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SyncContext context;
    private final Database database;
    private final RemoteStore store;
    private final RemoteLog log;
    private final DeviceHints hints;

    /// The renewal by this device.
    ///
    /// @param hints uploads a hint beside each new checkpoint
    public Checkpoints(SyncContext context, RemoteLog log, DeviceHints hints) {
        this.context = context;
        this.database = context.database();
        this.store = context.store();
        this.log = log;
        this.hints = hints;
    }

    /// Renews the checkpoint when it is due.
    public void renewIfDue() {
        if (isDue() && (isSmall() || !isRenewedByAnother())) {
            renew();
        }
    }

    private boolean isSmall() {
        return database.read(Checkpoints::bytes) < SMALL;
    }

    /// Whether another device has renewed it. Where it is large this is worth a request: several devices find at the
    /// same version that it is due.
    private boolean isRenewedByAnother() {
        if (isAlone()) {
            return false;
        }
        var there = log.checkpointHint();
        if (there.isEmpty()) {
            return false;
        }
        database.change(Origin.SYNC, sql -> {
            var replica = new Replica(sql);
            var known = replica.number(LocalKey.CHECKPOINT_VERSION).orElse(0);
            if (there.get().number() > known
                    && !there.get().isAfter(replica.position().version())) {
                replica.set(LocalKey.CHECKPOINT_VERSION, there.get().toString());
            }
        });
        return !isDue();
    }

    /// Whether no other device has ever written a batch, and so a checkpoint, that this device knows of.
    private boolean isAlone() {
        return database.read(sql -> new Replica(sql)
                .lastCommits()
                .keySet()
                .equals(Set.of(context.device().id())));
    }

    private boolean isDue() {
        return database.read(sql -> {
            var replica = new Replica(sql);
            var last = new Version(replica.number(LocalKey.CHECKPOINT_VERSION).orElse(0));
            var behind = replica.position().version().number() - last.number();
            if (behind <= 0
                    || !isWriter(sql, replica.position().version())
                    || !UnreadableNotes.all(sql).isEmpty()) {
                return false;
            }
            var bytes = bytes(sql);
            if (bytes < SMALL) {
                var age = context.clock().millis()
                        - replica.number(LocalKey.CHECKPOINT_AT).orElse(0);
                return age >= PAUSE.toMillis() || age < 0;
            }
            return last.equals(Version.NONE)
                    || behind > MOST_BATCHES
                    || new LocalLog(sql).bytesSince(last) > Math.max(SMALL, bytes / 4);
        });
    }

    /// Whether this device wrote the newest batch: that one sends the checkpoint, and a device that only reads sends
    /// nothing.
    private boolean isWriter(Sql sql, Version newest) throws SQLException {
        return sql.text("SELECT device FROM log WHERE version = ?", newest.number())
                .equals(Optional.of(context.device().id()));
    }

    private static long bytes(Sql sql) throws SQLException {
        return sql.number("PRAGMA page_count").orElse(0)
                * sql.number("PRAGMA page_size").orElse(0);
    }

    /// Sends a new checkpoint now.
    public void renew() {
        var file = context.scratch().resolve("checkpoint-out.sqlite");
        try {
            OwnerOnly.folder(context.scratch());
            var now = context.clock().instant();
            var position = new CheckpointWriter(database, context.device()).write(file, now);
            send(position, Body.of(file));
            database.change(Origin.SYNC, sql -> {
                var replica = new Replica(sql);
                replica.set(LocalKey.CHECKPOINT_VERSION, position.version().toString());
                replica.set(LocalKey.CHECKPOINT_AT, Long.toString(now.toEpochMilli()));
            });
            LOG.info("Checkpoint sent at version {}", position.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SqliteFile.delete(file);
        }
    }

    private void send(Replica.Position position, Body body) {
        var facts = new Metadata(Map.of(
                "db-version", position.version().toString(),
                "db-state-hash", position.state().toString()));
        store.put(Layout.CHECKPOINT, body, facts);
        store.put(Layout.VERSION, text(position.version() + "\n"), Metadata.NONE);
        hints.upload();
    }

    private static Body text(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
