package tidemark.sync.state;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.Device;

/// The outside world of one sync engine: the library, its remote, this device, time and chance.
///
/// @param identity id and name of this device, asked each time: a person may rename it
/// @param scratch a folder for files that may be deleted at any time
/// @param policy the policy for conflicts, asked each time one arises
/// @param pause waits when several devices commit at once
/// @param limits those that its batches keep to
public record SyncContext(
        Database database,
        RemoteStore store,
        Supplier<Device> identity,
        InstantSource clock,
        RandomGenerator random,
        Path scratch,
        Supplier<ConflictPolicy> policy,
        Pause pause,
        BatchLimits limits) {
    /// A context whose batches keep to the limits of every released reader.
    public SyncContext(
            Database database,
            RemoteStore store,
            Supplier<Device> identity,
            InstantSource clock,
            RandomGenerator random,
            Path scratch,
            Supplier<ConflictPolicy> policy,
            Pause pause) {
        this(database, store, identity, clock, random, scratch, policy, pause, BatchLimits.RELEASED);
    }

    /// A context that leaves every conflict to a person and never waits.
    public SyncContext(
            Database database,
            RemoteStore store,
            Device device,
            InstantSource clock,
            RandomGenerator random,
            Path scratch) {
        this(database, store, () -> device, clock, random, scratch, () -> ConflictPolicy.ASK, Pause.NONE);
    }

    /// A copy with another policy.
    public SyncContext with(ConflictPolicy other) {
        return new SyncContext(database, store, identity, clock, random, scratch, () -> other, pause, limits);
    }

    /// A copy over another database.
    public SyncContext over(Database other) {
        return new SyncContext(other, store, identity, clock, random, scratch, policy, pause, limits);
    }

    /// Id and name of this device as they are now.
    public Device device() {
        return identity.get();
    }

    /// This side of a merge, with the name and the policy as they are now.
    public LocalSide localSide() {
        return new LocalSide(device(), policy.get());
    }
}
