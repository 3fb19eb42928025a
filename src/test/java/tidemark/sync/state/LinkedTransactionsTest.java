package tidemark.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidemark.db.Rows;
import tidemark.remote.ObjectName;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;
import tools.jackson.databind.json.JsonMapper;

/// A backlog that is cut into batches, between transactions that share a row: no batch holds a part of one.
final class LinkedTransactionsTest extends WithCopy {
    /// Edits these projects in one transaction.
    private void transaction(String... ids) {
        copy.database.change(sql -> {
            var rows = new Rows(sql, LibrarySchema.CURRENT);
            for (var id : ids) {
                var record = new RecordId("project", id);
                var before = rows.find(record);
                var title = before.flatMap(row -> row.text("title")).orElse("") + "x";
                var row = Row.EMPTY.with("title", Optional.of(Value.of(title)));
                if (before.isPresent()) {
                    rows.update(record, Set.of("title"), row);
                } else {
                    rows.insert(record, row);
                }
            }
        });
    }

    /// The records of each batch, where every transaction alone is more than one should hold.
    private List<Set<String>> batches() {
        var freezer = freezer(BatchLimits.RELEASED);
        var ack = new CommitAck(copy.database);
        var batches = new ArrayList<Set<String>>();
        for (var frozen = freezer.freeze(1); frozen.isPresent(); frozen = freezer.freeze(1)) {
            batches.add(ids(frozen.get()));
            var _ = ack.acknowledge(frozen.get());
        }
        return batches;
    }

    private static Set<String> ids(Outgoing.Frozen frozen) {
        var json = BatchFormat.unzipped(new ObjectName("x"), frozen.bytes());
        var changes = new JsonMapper()
                .readTree(new String(json, StandardCharsets.UTF_8))
                .get("changes")
                .values();
        return changes.stream()
                .map(change -> change.get("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void transactionsThatShareNoRowAreSentOneByOne() {
        transaction("a", "b");
        transaction("c");
        transaction("d", "e");
        assertThat(batches()).containsExactly(Set.of("a", "b"), Set.of("c"), Set.of("d", "e"));
    }

    @Test
    void aLaterTransactionGoesWithTheEarlierOneWhoseRowItEdits() {
        transaction("a");
        transaction("b");
        transaction("a", "c");
        assertThat(batches()).containsExactly(Set.of("a", "c"), Set.of("b"));
    }

    @Test
    void oneThatEditsRowsOfTwoJoinsThem() {
        transaction("a", "k");
        transaction("b", "l");
        transaction("m");
        transaction("b", "a", "c");
        assertThat(batches()).containsExactly(Set.of("a", "b", "c", "k", "l"), Set.of("m"));
    }

    @Test
    void aChainIsJoinedFromItsEarlierEnd() {
        transaction("a");
        transaction("m");
        transaction("a", "b");
        transaction("b", "c");
        assertThat(batches()).containsExactly(Set.of("a", "b", "c"), Set.of("m"));
    }

    @Test
    void aChainIsJoinedFromItsLaterEnd() {
        transaction("a");
        transaction("b");
        transaction("m");
        transaction("b", "c");
        transaction("c", "a");
        assertThat(batches()).containsExactly(Set.of("a", "b", "c"), Set.of("m"));
    }

    @Test
    void whateverSharesRowsNoTransactionIsEverHalfInABatch() {
        var random = new Random(3);
        for (int round = 0; round < 20; round++) {
            var names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
            var prefix = "r" + round;
            var transactions = new ArrayList<List<String>>();
            for (int i = 0; i < 7; i++) {
                var ids = random.ints(1 + random.nextInt(2), 0, names.size())
                        .mapToObj(n -> prefix + names.get(n))
                        .distinct()
                        .toList();
                transactions.add(ids);
                transaction(ids.toArray(String[]::new));
            }
            var batches = batches();
            for (var ids : transactions) {
                assertThat(batches.stream().filter(batch -> batch.containsAll(ids)))
                        .as("%s of %s in %s", ids, transactions, batches)
                        .hasSize(1);
            }
            assertThat(batches.stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        }
    }
}
