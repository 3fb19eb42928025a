package tidemark.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.db.Rows;
import tidemark.remote.ObjectName;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;

/// The limit of a batch, which no backlog makes it exceed.
final class BatchLimitTest extends WithCopy {
    private static final long LIMIT = 20_000;

    private int length(BatchLimits limits, long limit) {
        var frozen = freezer(limits).freeze(limit).orElseThrow();
        return BatchFormat.unzipped(new ObjectName("x"), frozen.bytes()).length;
    }

    @Test
    void textIsCountedInBytes() {
        for (int i = 0; i < 19; i++) {
            copy.set("project", "p" + i, "title", "x", "summary", "\u044f".repeat(1000));
        }
        assertThat(length(BatchLimits.RELEASED, LIMIT)).isBetween(10_000, 24_000);
    }

    @Test
    void whatSurroundsManySmallRowsIsCounted() {
        for (int i = 0; i < 300; i++) {
            copy.set("project", "p" + i, "title", "x");
        }
        assertThat(length(BatchLimits.RELEASED, LIMIT)).isBetween(5_000, 24_000);
    }

    @Test
    void aTransactionIsCutRatherThanSentInABatchThatNobodyCanRead() {
        copy.database.change(sql -> {
            var rows = new Rows(sql, LibrarySchema.CURRENT);
            for (int i = 0; i < 20; i++) {
                var row = Row.EMPTY.with("title", Optional.of(Value.of("x".repeat(1000))));
                rows.insert(new RecordId("project", "p" + i), row);
            }
        });
        assertThat(length(new BatchLimits(200, 8 << 20, 160 << 20, 10_000), Backlog.LIMIT))
                .isBetween(1000, 10_000);
    }
}
