package tidemark.sync.checkpoint;

import java.time.Duration;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.sync.format.Layout;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.UniqueName;

/// The upload of this device's hint to the remote, so that others can compare themselves with it: when its version has
/// changed, and at most once an hour, because nothing depends on it.
public final class DeviceHints {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final SyncContext context;
    private final Database database;

    /// The upload from this context's device.
    public DeviceHints(SyncContext context) {
        this.context = context;
        this.database = context.database();
    }

    /// Uploads the hint when it is due.
    public void uploadIfDue() {
        if (isDue()) {
            upload();
        }
    }

    private boolean isDue() {
        return database.read(sql -> {
            var replica = new Replica(sql);
            var at = replica.number(LocalKey.HINT_AT);
            var age = context.clock().millis() - at.orElse(0);
            return replica.number(LocalKey.HINT_VERSION).orElse(0)
                            != replica.position().version().number()
                    && (at.isEmpty() || age >= PAUSE.toMillis() || age < 0);
        });
    }

    /// Uploads the hint now.
    public void upload() {
        var now = context.clock().instant();
        var position = database.read(sql -> new Replica(sql).position());
        var device = database.read(sql -> UniqueName.of(sql, context.device(), context.device()));
        var hint = DeviceHint.of(device, position, now);
        context.store().put(Layout.device(context.device()), Body.of(hint.bytes()), Metadata.NONE);
        database.change(Origin.SYNC, sql -> {
            var replica = new Replica(sql);
            replica.set(LocalKey.HINT_VERSION, position.version().toString());
            replica.set(LocalKey.HINT_AT, Long.toString(now.toEpochMilli()));
        });
    }
}
