package tidemark.cli;

/// How many there are of something, in words.
final class Count {
    private Count() {}

    /// As in "1 file" and "2 files".
    static String of(long count, String thing) {
        return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
    }
}
