package tidemark.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteException.UnreadableBatch;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.Backlog;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.Outgoing;

/// The push of what is pending: one frozen batch at a time, whose outcome is read from its number (rules 3 to 5).
final class Push {
    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    /// A batch over this, overtaken twice, is sent in smaller parts, so that a device with a slow connection gets its
    /// turn.
    private static final long SMALL = 1 << 20;

    private final Freezer freezer;
    private final BatchCommitter committer;
    private final CommitAck ack;
    private final Pull pull;
    private final RemoteIdentity identity;
    private long overtaken;

    Push(Outbox outbox, Pull pull, RemoteIdentity identity) {
        this.freezer = outbox.freezer();
        this.committer = outbox.committer();
        this.ack = outbox.ack();
        this.pull = pull;
        this.identity = identity;
    }

    /// The outcome of an outgoing batch, as the object under its number tells it.
    private enum Outcome {
        /// It was committed or overtaken; nothing is outgoing.
        DECIDED,
        /// Nothing is under its number: the same bytes are to be sent again.
        OPEN
    }

    /// Reads the outcome of a batch that was sent before a crash or a lost connection, and sends it again where there
    /// is none (rule 4).
    void resume(Outgoing.Frozen frozen, LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        if (readBack(frozen, library, round) == Outcome.OPEN) {
            if (!frozen.isReadable()) {
                throw new UnreadableBatch(unreadable(frozen.version()));
            }
            sendConfirmed(frozen, library, round);
        }
    }

    /// Sends all that is pending.
    void run(LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        for (var frozen = freezer.freeze(limit()); frozen.isPresent(); frozen = freezer.freeze(limit())) {
            sendConfirmed(frozen.get(), library, round);
        }
    }

    private long limit() {
        return overtaken >= 2 ? SMALL : Backlog.LIMIT;
    }

    /// Sends the batch after a look at the remote: a remote that was rolled back gets nothing, and a copy that followed
    /// a fork has nothing outgoing.
    private void sendConfirmed(Outgoing.Frozen frozen, LibraryManifest library, Round round)
            throws UpdateNeeded, RemoteRolledBack {
        switch (identity.confirmBeforePush()) {
            case UNCHANGED -> send(frozen, library, round);
            case FORK_FOLLOWED -> {}
        }
    }

    /// Sends the stored bytes under their number. Whatever the answer, only the number itself tells the outcome.
    void send(Outgoing.Frozen frozen, LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        var failure = unclear(frozen.version());
        try {
            if (committer.commit(library, frozen) == Creation.CREATED) {
                committed(frozen, round);
                return;
            }
        } catch (Unavailable e) {
            LOG.info("The answer to version {} is not known; it is read back", frozen.version());
            failure = e;
        }
        if (readBack(frozen, library, round) == Outcome.OPEN) {
            throw failure;
        }
    }

    private static Unavailable unclear(Version version) {
        return new Unavailable(
                new Problem(
                        "The remote says that version " + version + " exists, and does not show it.",
                        "Your changes are safe here and not sent yet.",
                        "Nothing to do: it is tried again."),
                Optional.empty());
    }

    private static Problem unreadable(Version version) {
        return new Problem(
                "Version " + version + ", which an older Tidemark prepared here, could be read by no device.",
                "It is not sent. Your library and your edits are untouched.",
                "Run `tidemark remote skip-unreadable --yes`: its changes are then sent anew.");
    }

    private Outcome readBack(Outgoing.Frozen frozen, LibraryManifest library, Round round)
            throws UpdateNeeded, RemoteRolledBack {
        switch (committer.read(library, frozen.version())) {
            case Entry.Nothing() -> {
                return Outcome.OPEN;
            }
            case Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case Entry.Truncated() -> {
                pull.passTruncation(round);
                pull.toEnd(library, round);
            }
            case Entry.Found(var batch, var _)
            when batch.commitId().equals(frozen.commit()) -> committed(frozen, round);
            case Entry.Found found -> {
                overtaken++;
                LOG.info(
                        "Version {} was committed by {}",
                        frozen.version(),
                        found.batch().device().name());
                pull.apply(found, library, round);
                pull.toEnd(library, round);
            }
        }
        return Outcome.DECIDED;
    }

    private void committed(Outgoing.Frozen frozen, Round round) {
        var batch = ack.acknowledge(frozen);
        LOG.info(
                "Sent version {}: {}", batch.version(), Count.of(batch.changes().size(), "row"));
        identity.confirmed();
        overtaken = 0;
        round.pushed(frozen.bytes().length);
    }
}
