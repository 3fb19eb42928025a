package tidemark.conflict;

import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// What a person wants a conflict to become.
public sealed interface Choice {
    /// The version of the device that merged. Of a text, its lines where both changed the same ones.
    record Mine() implements Choice {
        @Override
        public String code() {
            return "mine";
        }
    }

    /// The version that came from the other device. Of a text, its lines where both changed the same ones.
    record Theirs() implements Choice {
        @Override
        public String code() {
            return "theirs";
        }
    }

    /// The record as it stands, and a second one with the other version.
    record Both() implements Choice {
        @Override
        public String code() {
            return "both";
        }
    }

    /// A value of the person's own.
    ///
    /// @param value the columns of the field
    record Merged(Row value) implements Choice {
        /// A text of the person's own.
        public static Merged text(String column, String text) {
            return new Merged(Row.EMPTY.with(column, text.isEmpty() ? Optional.empty() : Optional.of(Value.of(text))));
        }

        @Override
        public String code() {
            return "merged";
        }
    }

    /// A short name that is stored and never changes.
    String code();
}
