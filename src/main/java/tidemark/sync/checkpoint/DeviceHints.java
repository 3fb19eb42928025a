package tidemark.sync.checkpoint;

import java.time.Duration;
import tidemark.db.Database;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.sync.format.Layout;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Leaves a hint of this device on the remote, so that others can compare themselves with it: when it has moved, and
/// at most once an hour, because nothing depends on it.
public final class DeviceHints {
    private static final String VERSION = "hint.version";
    private static final String AT = "hint.at";
    private static final Duration PAUSE = Duration.ofHours(1);

    private final SyncContext context;
    private final Database database;

    public DeviceHints(SyncContext context) {
        this.context = context;
        this.database = context.database();
    }

    public void keepUp() {
        if (isDue()) {
            leave();
        }
    }

    private boolean isDue() {
        return database.read(sql -> {
            var replica = new Replica(sql);
            var at = replica.number(AT);
            var age = context.clock().millis() - at.orElse(0);
            return replica.number(VERSION).orElse(0)
                            != replica.position().version().number()
                    && (at.isEmpty() || age >= PAUSE.toMillis() || age < 0);
        });
    }

    /// Does so now.
    public void leave() {
        var now = context.clock().instant();
        var position = database.read(sql -> new Replica(sql).position());
        var hint = DeviceHint.of(context.device(), position, now);
        context.store().put(Layout.device(context.device()), Body.of(hint.bytes()), Metadata.NONE);
        database.change(sql -> {
            var replica = new Replica(sql);
            replica.set(VERSION, position.version().toString());
            replica.set(AT, Long.toString(now.toEpochMilli()));
        });
    }
}
