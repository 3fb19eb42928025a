package tidemark.sync.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A fingerprint of a whole synced state: equal hashes prove equal libraries.
///
/// The sum modulo 2^128 of one term per row and one per value that is not NULL. A term is the first 16 bytes, as an
/// unsigned big-endian number, of the SHA-256 of the UTF-8 text `table NUL id` for a row, and
/// `table NUL id NUL field NUL type value` for a value, where type is `T` for text and `I` for a number in decimal.
/// A sum does not depend on order, and a change subtracts the old terms and adds the new ones.
public record StateHash(long high, long low) {
    /// The hash of a state without rows.
    public static final StateHash EMPTY = new StateHash(0, 0);

    private static final char NUL = '\0';

    /// This state's hash after the record was `before` and is `after`; an empty one is a row that does not exist.
    public StateHash changed(RecordId record, Optional<Row> before, Optional<Row> after) {
        var changed = this;
        if (before.isPresent() != after.isPresent()) {
            var row = term(record.table() + NUL + record.id());
            changed = after.isPresent() ? changed.plus(row) : changed.minus(row);
        }
        var was = before.orElse(Row.EMPTY).values();
        var now = after.orElse(Row.EMPTY).values();
        for (var field : was.entrySet()) {
            if (!field.getValue().equals(now.get(field.getKey()))) {
                changed = changed.minus(term(record, field.getKey(), field.getValue()));
            }
        }
        for (var field : now.entrySet()) {
            if (!field.getValue().equals(was.get(field.getKey()))) {
                changed = changed.plus(term(record, field.getKey(), field.getValue()));
            }
        }
        return changed;
    }

    private StateHash plus(StateHash other) {
        var sum = low + other.low;
        var carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new StateHash(high + other.high + carry, sum);
    }

    private StateHash minus(StateHash other) {
        var borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new StateHash(high - other.high - borrow, low - other.low);
    }

    private static StateHash term(RecordId record, String field, Value value) {
        var typed = switch (value) {
            case Value.Text(var text) -> "T" + text;
            case Value.Whole(var number) -> "I" + number;
        };
        return term(record.table() + NUL + record.id() + NUL + field + NUL + typed);
    }

    private static StateHash term(String text) {
        var digest = ByteBuffer.wrap(Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new StateHash(digest.getLong(), digest.getLong());
    }

    /// The hash that [#toString] wrote.
    public static StateHash parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("not a state hash: " + hex);
        }
        return new StateHash(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    /// 32 hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
