package tidemark.sync.state;

/// The keys in the table `local`, where this copy keeps what it knows of itself. Their names are in every library's
/// file and never change.
public enum LocalKey {
    /// The last version applied here.
    VERSION("version", Scope.LOG),
    /// The hash of its batch.
    HASH("hash", Scope.LOG),
    /// The state hash at that version.
    STATE_HASH("stateHash", Scope.LOG),
    /// The id of the library that this is a copy of.
    LIBRARY("library", Scope.LOG),
    /// The commit mode of its log.
    COMMIT_MODE("commits", Scope.LOG),
    /// By device id: the commit id of its newest batch.
    LAST_COMMIT("commit.", Scope.LOG),
    /// By device id: since which version this writer's state hashes are ignored.
    DISTRUST("distrust.", Scope.LOG),
    /// The version of the newest checkpoint that this device knows of, its own or another's.
    CHECKPOINT_VERSION("checkpoint.version", Scope.LOG),
    /// When this device last sent a checkpoint, in milliseconds since 1970.
    CHECKPOINT_AT("checkpoint.at", Scope.LOG),
    /// The version of the newest hint that this device left on the remote.
    HINT_VERSION("hint.version", Scope.LOG),
    /// When it left that, in milliseconds since 1970.
    HINT_AT("hint.at", Scope.LOG),
    /// The last version whose claims this device has removed.
    CLAIMS_REMOVED("claims.tidied", Scope.LOG),
    /// The snapshot that a truncation is under way to.
    TRUNCATION_SNAPSHOT("emptying.base", Scope.LOG),
    /// The last number that has a tombstone already.
    TRUNCATION_DONE("emptying.done", Scope.LOG),
    /// When this copy last looked past the end of the log, in milliseconds since 1970.
    LOOKED_AHEAD_AT("ahead.at", Scope.LOG),
    /// The highest version named by hints that the person has decided against.
    HINTS_ACCEPTED("ahead.accepted", Scope.LOG),
    /// The failure that the last round ended with, as JSON.
    FAILURE("sync.failure", Scope.LOG),
    /// When this copy was last in step with its remote, in milliseconds since 1970.
    LAST_SYNC("sync.at", Scope.COPY),
    /// Whether the person has paused the sync: `yes` or `no`.
    PAUSED("sync.paused", Scope.COPY),
    /// Where this copy was synced last.
    PLACE("place", Scope.COPY),
    /// The place to which the person allowed it to move.
    MOVING_TO("moving", Scope.COPY),
    /// The schema number of the program that last adopted unknown fields.
    ADOPTED_SCHEMA("schema", Scope.COPY),
    /// By name: a setting that the person chose for this copy.
    SETTING("setting.", Scope.COPY);

    /// The subject of a key, which decides when it is forgotten.
    enum Scope {
        /// The log that this copy belongs to: forgotten when it leaves that log.
        LOG,
        /// This copy, whichever log it belongs to.
        COPY
    }

    private final String key;
    private final Scope scope;

    LocalKey(String key, Scope scope) {
        this.key = key;
        this.scope = scope;
    }

    /// The key in the table; of a family of keys the beginning, which ends with a dot.
    String key() {
        return key;
    }

    /// The subject of the key.
    Scope scope() {
        return scope;
    }

    /// Whether it is the beginning of several keys.
    boolean isFamily() {
        return key.endsWith(".");
    }
}
