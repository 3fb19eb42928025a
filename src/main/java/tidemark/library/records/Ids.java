package tidemark.library.records;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tidemark.db.DerivedId;
import tidemark.db.Sql;
import tidemark.schema.Table;

/// A source of ids: UUIDs of version 7 (RFC 9562) for new records, derived ones for labels and their memberships.
public final class Ids {
    private static final Pattern UUID7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final TimeBasedEpochGenerator generator;

    /// A source of ids.
    public Ids(InstantSource clock, RandomGenerator random) {
        this.generator = new TimeBasedEpochGenerator(Random.from(random), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /// A new UUIDv7.
    public String next() {
        return generator.generate().toString();
    }

    /// The time in a UUIDv7, which is when it was made; empty for any other id.
    public static Optional<Instant> time(String id) {
        return UUID7.matcher(id).matches()
                ? Optional.of(Instant.ofEpochMilli(
                        HexFormat.fromHexDigitsToLong(id, 0, 8) << 16 | HexFormat.fromHexDigitsToLong(id, 9, 13)))
                : Optional.empty();
    }

    /// The ids of a table's rows that begin with `prefix`, in order.
    public static List<String> withPrefix(Sql sql, Table table, String prefix, int limit) throws SQLException {
        return sql.list(
                "SELECT id FROM \"%s\" WHERE id >= ? AND id < ? || char(1114111) ORDER BY id LIMIT ?"
                        .formatted(table.name()),
                row -> row.getString(1),
                prefix,
                prefix,
                limit);
    }

    /// The id of the label of this name. Names that differ only in case or spacing are one label, on all
    /// devices: "urgent", "Urgent" and " urgent ".
    public static LabelId label(String name) {
        return new LabelId(DerivedId.of("label", normalised(name)));
    }

    /// The id of the row by which a project has a label. It begins with the project's id, so that unsent
    /// removals are found by project.
    public static String membership(ProjectId project, LabelId label) {
        return project.text() + "." + label.text();
    }

    /// The name in NFKC, folded to one case (by way of upper case, which makes ß and SS alike), with white space
    /// collapsed.
    public static String normalised(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return collapsed(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /// The name without white space at its ends, and with one space for each run of it inside.
    public static String collapsed(String name) {
        return name.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    }
}
