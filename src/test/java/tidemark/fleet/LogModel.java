package tidemark.fleet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import tidemark.merge.TextPatch;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model of the log: the batches on a remote, read and replayed without the engine. It believes only what they say.
///
/// It finds gaps, broken chains, changes that do not fit what was there, and half transactions.
final class LogModel {
    private static final JsonMapper JSON = new JsonMapper();

    private final RemoteStore store;
    private final RollbackDecisions decisions;
    private final BooleanSupplier mayFollow;
    private final SortedMap<RecordId, Row> rows = new TreeMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> overwritten = new HashSet<>();
    private final Set<String> days = new HashSet<>();
    private long version;
    private String hash = "0".repeat(64);
    private int forks;

    /// A model of an empty log, to be read from the beginning.
    ///
    /// @param decisions the decisions, which alone let the log go on from anything but its last batch
    /// @param mayFollow whether a device may rightly follow another state than its own
    /// @param before the words that were overwritten in the log that was there before
    LogModel(RemoteStore store, RollbackDecisions decisions, BooleanSupplier mayFollow, Set<String> before) {
        this.store = store;
        overwritten.addAll(before);
        this.decisions = decisions;
        this.mayFollow = mayFollow;
    }

    /// Every record as the log has it.
    SortedMap<RecordId, Row> rows() {
        return rows;
    }

    /// Every word that any batch removed or added.
    Set<String> words() {
        return words;
    }

    /// Every word that was overwritten in the log before a fork replaced it.
    Set<String> overwritten() {
        return overwritten;
    }

    /// Every due day that the twins ever had.
    Set<String> days() {
        return days;
    }

    long version() {
        return version;
    }

    /// How many forks the log went through.
    int forks() {
        return forks;
    }

    /// Reads the batches that were committed since the last read.
    LogModel read() {
        while (step()) {
            // on to the next number
        }
        return this;
    }

    private boolean step() {
        var next = object(version + 1);
        if (next.isEmpty()) {
            return false;
        }
        if (Names.isTombstone(next.get())) {
            return continueFrom(version + 1);
        }
        var bytes = Names.unzipped(next.get());
        if (!follows(bytes)) {
            long before = version;
            var isThere = continueFrom(version) && (version > before || follows(bytes));
            require(isThere, "version " + (before + 1) + " does not follow " + before);
        } else {
            apply(bytes);
        }
        return true;
    }

    private boolean follows(byte[] batch) {
        return JSON.readTree(batch).get("previous").asString().equals(hash);
    }

    /// Goes on from the newest effective snapshot at this version or later, if there is one.
    private boolean continueFrom(long least) {
        var base = SnapshotModel.since(least, store).stream()
                .filter(this::isEffective)
                .findFirst();
        base.ifPresent(this::load);
        return base.isPresent();
    }

    private void load(SnapshotModel snapshot) {
        if (snapshot.isFork() && isAdopted(snapshot)) {
            forks++;
            overwritten.addAll(gone());
            words.clear();
        }
        version = snapshot.version();
        hash = snapshot.hash();
        rows.clear();
        rows.putAll(snapshot.rows());
        rows.values().forEach(row -> Words.addFrom(row, words));
        requireTwins();
    }

    /// Every word that some batch removed and none added again.
    Set<String> gone() {
        var present = new HashSet<String>();
        rows.values().forEach(row -> Words.addFrom(row, present));
        var gone = new HashSet<>(words);
        gone.removeAll(present);
        return gone;
    }

    /// Whether the log goes on from this snapshot: a batch names it, and somebody decided that it should.
    /// A fork must be named by the batch right after it. An attempted fork counts, too, when its hash is the
    /// `previous` of the batch after it.
    private boolean isEffective(SnapshotModel snapshot) {
        if (snapshot.isFork()) {
            return isAdopted(snapshot) || isPredecessor(snapshot);
        }
        var after = object(snapshot.version() + 1);
        var isNamed = false;
        for (long at = snapshot.version() + 1; after.isPresent() && !isNamed; after = object(++at)) {
            isNamed = Names.isTombstone(after.get()) || isNamed(snapshot, after.get(), false);
        }
        return isNamed && decisions.mayBeTruncated();
    }

    private boolean isAdopted(SnapshotModel fork) {
        var after = object(fork.version() + 1);
        return after.isPresent() && (Names.isTombstone(after.get()) || isNamed(fork, after.get(), true));
    }

    private boolean isPredecessor(SnapshotModel attempt) {
        return decisions.isSending()
                && object(attempt.version() + 1)
                        .map(Names::unzipped)
                        .map(batch -> JSON.readTree(batch).get("previous").asString())
                        .equals(Optional.of(attempt.hash()));
    }

    private boolean isNamed(SnapshotModel snapshot, byte[] zipped, boolean isBySender) {
        var batch = JSON.readTree(Names.unzipped(zipped));
        return batch.has("base")
                && batch.get("base").asString().equals(snapshot.name().value())
                && (!isBySender || decisions.maySend(batch.get("device").asString()));
    }

    /// Checks that there is no batch beyond the end.
    void requireNoGap() {
        var last = Names.change(version);
        var beyond = store.list("changes/", Optional.of(last), 5);
        require(
                version == 0 ? store.list("changes/", Optional.empty(), 5).isEmpty() : beyond.isEmpty(),
                "the log ends at " + version + ", and there are " + beyond);
    }

    /// What counts under a number: what was stored there first, unless it is buried since.
    private Optional<byte[]> object(long number) {
        var stored = store.versions(Names.change(number), 1 << 30).stream()
                .map(RemoteObject::bytes)
                .toList();
        return stored.stream()
                .filter(Names::isTombstone)
                .findFirst()
                .or(() -> stored.stream().findFirst());
    }

    private void apply(byte[] bytes) {
        var batch = JSON.readTree(bytes);
        require(batch.get("version").asLong() == version + 1, "the batch after " + version + " says another number");
        version++;
        hash = Names.sha256(bytes);
        for (var change : batch.get("changes")) {
            apply(change);
        }
        requireTwins();
    }

    private void apply(JsonNode change) {
        var record =
                new RecordId(change.get("table").asString(), change.get("id").asString());
        var was = Optional.ofNullable(rows.get(record));
        var isInsert = change.get("op").asString().equals("insert");
        require(was.isPresent() != isInsert, record + " is inserted twice, or changed without being there");
        var row = was.orElse(Row.EMPTY);
        for (var field : change.get("set").properties()) {
            row = row.with(field.getKey(), now(record, field.getKey(), row.get(field.getKey()), field.getValue()));
        }
        Words.addFrom(row, words);
        if (change.get("op").asString().equals("delete")) {
            require(row.equals(Row.EMPTY), record + " is removed, and " + row + " is left");
            rows.remove(record);
        } else {
            rows.put(record, row);
        }
    }

    private Optional<Value> now(RecordId record, String field, Optional<Value> current, JsonNode delta) {
        if (delta.isArray()) {
            require(
                    value(delta.get(0)).equals(current),
                    "version " + version + " takes " + delta.get(0) + " for what stands in " + record + " " + field
                            + ": " + current);
            return value(delta.get(1));
        }
        var text = current.map(Value::toString).orElse("");
        var now = new TextPatch(delta.get("patch")
                        .valueStream()
                        .map(splice -> new TextPatch.Splice(
                                splice.get(0).asInt(),
                                splice.get(1).asString(),
                                splice.get(2).asString()))
                        .toList())
                .apply(text);
        require(now.isPresent(), "version " + version + " patches another text in " + record + " " + field);
        return now.map(Value::of);
    }

    private static Optional<Value> value(JsonNode node) {
        return node.isNull()
                ? Optional.empty()
                : Optional.of(node.isString() ? Value.of(node.asString()) : Value.of(node.asLong()));
    }

    /// Checks that both twins hold the same day. Where somebody took or follows a state without the twins, a pending
    /// edit of one of them brings that one alone back, with its day.
    private void requireTwins() {
        var one = day(AtomicityOracle.ONE);
        var other = day(AtomicityOracle.OTHER);
        require(
                one.equals(other) || mayFollow.getAsBoolean(),
                "version " + version + " holds half a transaction: " + one + " and " + other);
        one.ifPresent(days::add);
    }

    private Optional<String> day(String id) {
        return Optional.ofNullable(rows.get(new RecordId("project", id))).flatMap(row -> row.text("due"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
