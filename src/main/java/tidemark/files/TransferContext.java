package tidemark.files;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tidemark.db.Database;
import tidemark.remote.RemoteStore;

/// The outside world of the transfers of one library.
///
/// @param settings those of this device, asked each time
/// @param pause waits for as long as a limit on the bandwidth wants
public record TransferContext(
        Database database,
        ContentFolder folder,
        RemoteStore store,
        InstantSource clock,
        Supplier<TransferSettings> settings,
        Consumer<Duration> pause) {}
