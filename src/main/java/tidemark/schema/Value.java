package tidemark.schema;

/// The value of a column. SQL's NULL is no value: a [Row] leaves it out.
public sealed interface Value {
    /// Unicode text.
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A signed 64-bit number.
    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /// A value of text.
    static Value of(String text) {
        return new Text(text);
    }

    /// A value that is a number.
    static Value of(long number) {
        return new Whole(number);
    }
}
