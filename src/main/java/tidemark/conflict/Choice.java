package tidemark.conflict;

import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A person's choice for a conflict.
public sealed interface Choice {
    /// The version of the device that merged. Of a text, its version of the lines that both sides changed.
    record Mine() implements Choice {
        @Override
        public String code() {
            return "mine";
        }
    }

    /// The version that came from the other device. Of a text, its version of the lines that both sides changed.
    record Theirs() implements Choice {
        @Override
        public String code() {
            return "theirs";
        }
    }

    /// The record as it is now, and a further one with each other version.
    record Both() implements Choice {
        @Override
        public String code() {
            return "both";
        }
    }

    /// One of the versions, whichever device it is of. Of a text, its version of the lines that it and mine changed.
    ///
    /// @param value the columns of the field
    record Version(Row value) implements Choice {
        @Override
        public String code() {
            return "version";
        }
    }

    /// A value of the person's own.
    ///
    /// @param value the columns of the field
    record Merged(Row value) implements Choice {
        /// The choice of a text of the person's own.
        public static Merged text(String column, String text) {
            return new Merged(Row.EMPTY.with(column, text.isEmpty() ? Optional.empty() : Optional.of(Value.of(text))));
        }

        @Override
        public String code() {
            return "merged";
        }
    }

    /// The short name that is stored and never changes.
    String code();
}
