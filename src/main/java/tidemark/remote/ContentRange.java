package tidemark.remote;

import java.util.Optional;
import java.util.regex.Pattern;

/// The place of an answer's bytes in a whole object, as the header `Content-Range` tells it.
///
/// @param first the number of the first byte
/// @param size the length of the whole object
public record ContentRange(long first, long size) {
    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /// The place of all bytes from number `from` on, if that is what an answer holds: neither other bytes, nor bytes
    /// packed by something on the way, of which nobody knows which they are.
    ///
    /// @param range the header `Content-Range`
    /// @param coding the header `Content-Encoding`
    public static Optional<ContentRange> ofTail(long from, Optional<String> range, Optional<String> coding) {
        var found = range.map(String::strip).map(FORM::matcher).filter(matcher -> matcher.matches());
        var isPlain = coding.map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("identity"))
                .isEmpty();
        if (found.isEmpty() || !isPlain) {
            return Optional.empty();
        }
        var first = Long.parseLong(found.get().group(1));
        var last = Long.parseLong(found.get().group(2));
        var size = Long.parseLong(found.get().group(3));
        return first == from && last >= first && last == size - 1
                ? Optional.of(new ContentRange(first, size))
                : Optional.empty();
    }

    /// The number of bytes in the answer.
    public long length() {
        return size - first;
    }
}
