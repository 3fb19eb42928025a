package tidemark.sync.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tidemark.db.ChangeCapture;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// The texts that another tool stored as something else than UTF-8, replaced by what every device reads in their place:
/// U+FFFD for what is no character. What is sent holds that; stored here, too, it makes the bytes on all devices the
/// same, and not only the state hash.
public final class ValidText {
    private static final String REPLACED = "\uFFFD";

    private final Sql sql;
    private final Schema schema;

    /// The texts of the rows of these tables, in the transaction of this connection.
    public ValidText(Sql sql, Schema schema) {
        this.sql = sql;
        this.schema = schema;
    }

    /// Whether the row as it was read may be stored in bytes that are no UTF-8.
    static boolean isSuspect(Row row) {
        return row.values().keySet().stream()
                .anyMatch(column -> row.text(column, "").contains(REPLACED));
    }

    /// The rows of which a text is stored in bytes that are no UTF-8. Reads every row.
    public Set<RecordId> invalid() throws SQLException {
        var found = new HashSet<RecordId>();
        for (var table : schema.tables()) {
            for (var column : texts(table.columns())) {
                sql.each(
                        "SELECT id, \"%1$s\", CAST(\"%1$s\" AS BLOB) FROM \"%2$s\" WHERE \"%1$s\" IS NOT NULL"
                                .formatted(column, table.name()),
                        row -> {
                            var text = row.getString(2);
                            if (text.contains(REPLACED) && !isUtf8(row.getBytes(3))) {
                                found.add(new RecordId(table.name(), row.getString(1)));
                            }
                        });
            }
        }
        return found;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            var _ = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// Stores the texts of these rows, and of their bases, as they are read. Nothing of that is an edit: it is how
    /// other devices know them already, or will when the row is sent.
    public void store(Collection<RecordId> records) throws SQLException {
        if (!records.isEmpty()) {
            ChangeCapture.suspended(sql, () -> {
                for (var record : records) {
                    store(record);
                }
            });
        }
    }

    private void store(RecordId record) throws SQLException {
        var row = new Rows(sql, schema).find(record).orElse(Row.EMPTY);
        for (var column : texts(schema.table(record.table()).columns())) {
            var text = row.text(column, "");
            if (text.contains(REPLACED)) {
                sql.update(
                        "UPDATE \"%1$s\" SET \"%2$s\" = ? WHERE id = ? AND CAST(\"%2$s\" AS BLOB) <> CAST(? AS BLOB)"
                                .formatted(record.table(), column),
                        text,
                        record.id(),
                        text);
            }
        }
        var pending = new Pending(sql);
        var entry = pending.find(record);
        if (entry.isPresent() && entry.get().base().filter(ValidText::isSuspect).isPresent()) {
            pending.put(record, entry.get().base());
        }
    }

    private static List<String> texts(List<Column> columns) {
        return columns.stream()
                .filter(column ->
                        column.type() == Column.Type.TEXT && column.references().isEmpty())
                .map(Column::name)
                .toList();
    }
}
