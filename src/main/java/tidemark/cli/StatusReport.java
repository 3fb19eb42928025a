package tidemark.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// Where the library stands.
///
/// @param remoteVersion the highest version known to be on the remote
/// @param pending rows with changes not sent yet
/// @param stateHash equal hashes prove equal libraries
/// @param problem what is in the way, where something is
record StatusReport(
        String state,
        long version,
        long remoteVersion,
        long pending,
        long conflicts,
        Optional<Instant> lastSync,
        String stateHash,
        Optional<String> remote,
        Optional<Problem> problem,
        String library)
        implements Report {
    static StatusReport of(SyncStatus status, Path library) {
        return new StatusReport(
                name(status.state()),
                status.version(),
                status.remoteVersion(),
                status.pending(),
                status.conflicts(),
                status.lastCheck(),
                status.stateHash(),
                status.remote(),
                problem(status.state()),
                library.toString());
    }

    private static String name(SyncState state) {
        return switch (state) {
            case SyncState.ActionNeeded _ -> "action-needed";
            case SyncState.UpdateNeeded _ -> "update-needed";
            case SyncState.Paused _ -> "paused";
            case SyncState.Syncing _ -> "syncing";
            case SyncState.Checking _ -> "checking";
            case SyncState.Offline _ -> "offline";
            case SyncState.Waiting _ -> "waiting";
            case SyncState.Conflicts _ -> "conflicts";
            case SyncState.UpToDate _ -> "up-to-date";
            case SyncState.LocalOnly _ -> "local-only";
        };
    }

    private static Optional<Problem> problem(SyncState state) {
        return switch (state) {
            case SyncState.ActionNeeded(var problem, var _) -> Optional.of(problem);
            case SyncState.Offline(var _, var because) -> Optional.of(because);
            case SyncState.UpdateNeeded(var minReader) -> Optional.of(SyncCommand.updateNeeded(minReader));
            case SyncState _ -> Optional.empty();
        };
    }

    @Override
    public String text() {
        return """
                %s
                version    %,d
                pending    %,d
                conflicts  %,d
                last sync  %s
                remote     %s
                library    %s
                state hash %s""".formatted(
                        state.replace('-', ' '),
                        version,
                        pending,
                        conflicts,
                        lastSync.map(Times::shown).orElse("never"),
                        remote.orElse("none"),
                        library,
                        stateHash);
    }

    /// The same on one line, for those that follow it.
    String line() {
        var words = "%s  version %,d  %,d pending".formatted(state.replace('-', ' '), version, pending);
        return problem.map(why -> words + "  " + why.cause()).orElse(words);
    }
}
