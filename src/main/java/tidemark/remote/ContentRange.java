package tidemark.remote;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The place of an answer's bytes in a whole object, as the header `Content-Range` tells it.
///
/// @param first the number of the first byte
/// @param size the length of the whole object
public record ContentRange(long first, long size) {
    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /// The place of all bytes from number `from` on, if that is what an answer holds: neither other bytes,
    /// nor bytes packed by something on the way, of which nobody knows which they are.
    ///
    /// @param header the headers of the answer by name
    public static Optional<ContentRange> ofTail(long from, Function<String, Optional<String>> header) {
        var found = header.apply("Content-Range")
                .map(String::strip)
                .map(FORM::matcher)
                .filter(matcher -> matcher.matches());
        var isPlain = header.apply("Content-Encoding")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("identity"))
                .isEmpty();
        if (found.isEmpty() || !isPlain) {
            return Optional.empty();
        }
        var first = Long.parseLong(found.get().group(1));
        var last = Long.parseLong(found.get().group(2));
        var size = Long.parseLong(found.get().group(3));
        var isWhole = first == from && last >= first && last == size - 1;
        var length = String.valueOf(size - first);
        var isSoLong = header.apply("Content-Length")
                .map(String::strip)
                .filter(text -> !text.equals(length))
                .isEmpty();
        return isWhole && isSoLong ? Optional.of(new ContentRange(first, size)) : Optional.empty();
    }

    /// The number of bytes in the answer.
    public long length() {
        return size - first;
    }
}
