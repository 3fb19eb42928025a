package tidemark.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tidemark.app.App;
import tidemark.app.LibraryCheck;
import tidemark.app.base.CheckRecord.Checked;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.sync.state.Unsendable;

/// The sync status of the library.
///
/// @param remoteVersion the highest version that this copy knows to be on the remote; it never is behind `version`
/// @param pending the number of pending rows
/// @param unsendable the pending rows that no batch can hold
/// @param lastSync the time of the last check of the remote
/// @param nextTry the time at which a remote that cannot be reached is tried again by this process
/// @param stateHash the state hash; equal hashes prove equal libraries
/// @param commits the commit mode: create or claims
/// @param problem the problem that the sync waits on, if any
/// @param files the contents of files, here and waiting
/// @param check the last check of the library that ran to its end or found damage; empty where there was none
record StatusReport(
        String state,
        long version,
        long remoteVersion,
        long pending,
        List<Unsendable> unsendable,
        long conflicts,
        Optional<Instant> lastSync,
        Optional<Instant> nextTry,
        String stateHash,
        Optional<String> remote,
        Optional<String> commits,
        Optional<Problem> problem,
        String library,
        Traffic traffic,
        Files files,
        Optional<Checked> check)
        implements Report {
    /// Today's requests to the remote, and an estimate for a month.
    ///
    /// @param writes requests that put or list, which providers call class A
    /// @param reads requests that get, class B
    /// @param probes the requests of tests of the place, which are not among the others
    record Traffic(
            String day,
            long writes,
            long reads,
            long deletes,
            long sent,
            long received,
            long requestsPerMonth,
            long probes) {
        static Traffic of(App app) {
            var today = app.traffic().today();
            return new Traffic(
                    today.day().toString(),
                    today.writes(),
                    today.reads(),
                    today.deletes(),
                    today.sent(),
                    today.received(),
                    app.traffic().requestsPerMonth(),
                    app.traffic().probesToday());
        }

        String text() {
            var words = "%s today, about %,d a month"
                    .formatted(Count.of(writes + reads + deletes, "request"), requestsPerMonth);
            return probes == 0 ? words : "%s; besides, %,d to test the place".formatted(words, probes);
        }
    }

    /// The contents of files on this device.
    ///
    /// @param here contents that are here
    /// @param toSend contents that wait to be sent; rows that name them wait with them
    /// @param toFetch contents that will be fetched by themselves
    /// @param missing contents that neither this device nor the remote has
    /// @param damaged contents that are damaged on the remote
    record Files(
            long here,
            long hereBytes,
            long toSend,
            long toSendBytes,
            long toFetch,
            long toFetchBytes,
            long missing,
            long damaged) {
        static Files of(App app) {
            var counts = app.files().counts();
            return new Files(
                    counts.here().count(),
                    counts.here().bytes(),
                    counts.toSend().count(),
                    counts.toSend().bytes(),
                    counts.toFetch().count(),
                    counts.toFetch().bytes(),
                    counts.missing(),
                    counts.damaged());
        }

        String text() {
            var words = "%,d here (%s), %,d to send (%s), %,d to fetch (%s)"
                    .formatted(
                            here,
                            Bytes.shown(hereBytes),
                            toSend,
                            Bytes.shown(toSendBytes),
                            toFetch,
                            Bytes.shown(toFetchBytes));
            return missing + damaged == 0 ? words : words + ", %,d missing, %,d damaged".formatted(missing, damaged);
        }
    }

    /// The status while nothing is synced.
    static StatusReport of(App app, SyncStatus status) {
        return of(app, status, Optional.empty());
    }

    /// The status of the sync in the background.
    static StatusReport ofRunning(App app, SyncStatus status) {
        var nextTry = status.state() instanceof SyncState.Offline(var next, var _, var _)
                ? Optional.of(next.truncatedTo(ChronoUnit.SECONDS))
                : Optional.<Instant>empty();
        return of(app, status, nextTry);
    }

    private static StatusReport of(App app, SyncStatus status, Optional<Instant> nextTry) {
        return new StatusReport(
                name(status.state()),
                status.version(),
                status.remoteVersion(),
                status.pending(),
                status.unsendable(),
                status.conflicts(),
                status.lastCheck(),
                nextTry,
                status.stateHash(),
                status.remote(),
                status.commits().map(mode -> mode.name().toLowerCase(Locale.ROOT)),
                problem(status.state()),
                app.folder().path().toString(),
                Traffic.of(app),
                Files.of(app),
                app.check().last());
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
            case SyncState.Offline(var _, var because, var _) -> Optional.of(because);
            case SyncState.UpdateNeeded(var minReader) -> Optional.of(updateNeeded(minReader));
            case SyncState _ -> Optional.empty();
        };
    }

    @Override
    public String text() {
        return """
                %s%s
                version    %,d
                pending    %,d
                conflicts  %,d
                last sync  %s
                remote     %s
                library    %s
                traffic    %s
                files      %s
                checked    %s
                state hash %s%s""".formatted(
                        state.replace('-', ' '),
                        problem.map(why -> ": " + why).orElse(""),
                        version,
                        pending,
                        conflicts,
                        lastSync.map(TimeText::shown).orElse("never"),
                        remote.map(this::withCommits).orElse("none"),
                        library,
                        traffic.text(),
                        files.text(),
                        check.map(StatusReport::shown).orElse("never"),
                        stateHash,
                        unsendable.stream().map(row -> "\n" + row).collect(Collectors.joining()));
    }

    private static String shown(Checked check) {
        var words = TimeText.shown(check.at()) + ": ";
        return check.isSound() ? words + "sound" : words + LibraryCheck.problem(check);
    }

    @Override
    public ExitCode exitCode() {
        return check.filter(last -> !last.isSound()).isPresent() ? ExitCode.DAMAGED : ExitCode.DONE;
    }

    private String withCommits(String place) {
        var isByClaims = commits.equals(Optional.of("claims"));
        return isByClaims ? place + ", commits by claims: this server cannot tell who came first" : place;
    }

    /// The status on one line, for `watch`.
    String line() {
        var words = "%s  version %,d  %,d pending".formatted(state.replace('-', ' '), version, pending);
        var next = nextTry.map(time -> "  next try " + TimeText.ofDay(time)).orElse("");
        return words + next + problem.map(why -> "  " + why.cause()).orElse("");
    }

    static Problem updateNeeded(int minReader) {
        return new Problem(
                "A newer Tidemark wrote to the remote what this one cannot read (it takes format " + minReader + ").",
                "What is here is safe, and can be edited; nothing is synced.",
                "Update Tidemark on this computer.");
    }
}
