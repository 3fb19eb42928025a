package tidemark.sync.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tidemark.merge.TextPatch;
import tidemark.schema.RecordId;
import tidemark.schema.Value;

/// The change of one value: both values whole, or for a long text only the places that differ.
sealed interface Delta {
    /// Both values; empty is NULL.
    record Whole(Optional<Value> was, Optional<Value> now) implements Delta {
        @Override
        public Optional<Value> applyTo(RecordId record, String field, Optional<Value> current) throws ChangeMismatch {
            if (!current.equals(was)) {
                throw new ChangeMismatch("another value stands in " + record + " " + field);
            }
            return now;
        }

        @Override
        public long room() {
            return length(was) + length(now);
        }

        @Override
        public long longestText() {
            return Math.max(length(was), length(now));
        }

        private static long length(Optional<Value> value) {
            return value.isPresent() && value.get() instanceof Value.Text(var text) ? text.length() : 0;
        }
    }

    /// The places of a text that changed, and the hash of the text they were found in.
    record Patch(Hash was, TextPatch patch) implements Delta {
        @Override
        public Optional<Value> applyTo(RecordId record, String field, Optional<Value> current) throws ChangeMismatch {
            if (current.isPresent()
                    && current.get() instanceof Value.Text(var text)
                    && Hash.of(utf8(text)).equals(was)) {
                var now = patch.apply(text);
                if (now.isPresent()) {
                    return now.map(Value::of);
                }
            }
            throw new ChangeMismatch("another text stands in " + record + " " + field);
        }

        @Override
        public long room() {
            return patch.splices().stream()
                    .mapToLong(splice -> BatchLimits.PER_FIELD
                            + (long) splice.removed().length()
                            + splice.added().length())
                    .sum();
        }

        @Override
        public long longestText() {
            return patch.splices().stream()
                    .mapToLong(splice ->
                            Math.max(splice.removed().length(), splice.added().length()))
                    .max()
                    .orElse(0);
        }
    }

    /// Texts shorter than this are sent whole: a patch would hardly be shorter, and people read whole texts better.
    int SHORT = 200;

    /// The value after this change, which must have been made from `current`.
    Optional<Value> applyTo(RecordId record, String field, Optional<Value> current) throws ChangeMismatch;

    /// The room that its texts take, counted as the reader does.
    long room();

    /// The characters of the longest text in it.
    long longestText();

    /// The change from one value to the other.
    static Delta between(Optional<Value> was, Optional<Value> now) {
        if (was.isPresent()
                && now.isPresent()
                && was.get() instanceof Value.Text(var before)
                && now.get() instanceof Value.Text(var after)
                && before.length() > SHORT) {
            var patch = TextPatch.between(before, after);
            if (patch.size() < (before.length() + after.length()) / 2) {
                return new Patch(Hash.of(utf8(before)), patch);
            }
        }
        return new Whole(was, now);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
