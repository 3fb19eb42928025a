package tidemark.cli;

/// A number of things, in words.
final class Count {
    private Count() {}

    /// The number with the noun, as in "1 file" and "2 files".
    static String of(long count, String thing) {
        return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
    }
}
