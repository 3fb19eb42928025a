package tidemark.fleet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tidemark.merge.TextPatch;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The log on a remote, read and replayed by itself, without the engine: what its batches say is all it believes.
///
/// It finds gaps, broken chains, changes that do not fit what was there, and transactions of which only half is seen.
final class Ledger {
    private static final JsonMapper JSON = new JsonMapper();

    private final RemoteStore store;
    private final SortedMap<RecordId, Row> rows = new TreeMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> days = new HashSet<>();
    private long version;
    private String hash = "0".repeat(64);

    Ledger(RemoteStore store) {
        this.store = store;
    }

    /// Every row as the log has it.
    SortedMap<RecordId, Row> rows() {
        return rows;
    }

    /// Every word that any batch took or gave.
    Set<String> words() {
        return words;
    }

    /// Every day that the twins ever had.
    Set<String> days() {
        return days;
    }

    long version() {
        return version;
    }

    /// Reads what was committed since.
    Ledger read() {
        for (var next = batch(version + 1); next.isPresent(); next = batch(version + 1)) {
            apply(next.get());
        }
        return this;
    }

    /// Nothing may lie beyond the end.
    void requireNoGap() {
        var last = Names.change(version);
        var beyond = store.list("changes/", Optional.of(last), 5);
        require(
                version == 0 ? store.list("changes/", Optional.empty(), 5).isEmpty() : beyond.isEmpty(),
                "the log ends at " + version + ", and there are " + beyond);
    }

    private Optional<byte[]> batch(long number) {
        return store.get(Names.change(number), 1 << 30).map(object -> Names.unzipped(object.bytes()));
    }

    private void apply(byte[] bytes) {
        var batch = JSON.readTree(bytes);
        require(batch.get("version").asLong() == version + 1, "the batch after " + version + " says another number");
        require(
                batch.get("previous").asString().equals(hash),
                "version " + (version + 1) + " does not follow " + version);
        version++;
        hash = sha256(bytes);
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

    private Optional<Value> now(RecordId record, String field, Optional<Value> standing, JsonNode delta) {
        if (delta.isArray()) {
            require(
                    value(delta.get(0)).equals(standing),
                    "version " + version + " takes " + delta.get(0) + " for what stands in " + record + " " + field
                            + ": " + standing);
            return value(delta.get(1));
        }
        var text = standing.map(Value::toString).orElse("");
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

    private void requireTwins() {
        var one = day(Twins.ONE);
        var other = day(Twins.OTHER);
        require(one.equals(other), "version " + version + " holds half a transaction: " + one + " and " + other);
        one.ifPresent(days::add);
    }

    private Optional<String> day(String id) {
        return Optional.ofNullable(rows.get(new RecordId("project", id))).flatMap(row -> row.text("due"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
