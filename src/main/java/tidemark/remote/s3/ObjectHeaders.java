package tidemark.remote.s3;

import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.Headers;
import tidemark.remote.Metadata;

/// The facts about an object in the headers of a response.
final class ObjectHeaders {
    private static final String METADATA = "x-amz-meta-";
    private static final Pattern METADATA_KEY = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int LONGEST_METADATA = 256;

    private ObjectHeaders() {}

    /// The size in bytes, 0 when it is not told.
    static long size(Headers headers) {
        var text = headers.get("Content-Length");
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /// The metadata in these headers. It may come from anyone: only entries that Tidemark itself could have
    /// written are taken.
    static Metadata metadata(Headers headers) {
        var entries = new TreeMap<String, String>();
        for (var header : headers) {
            var name = header.getFirst().toLowerCase(Locale.ROOT);
            var key = name.startsWith(METADATA) ? name.substring(METADATA.length()) : "";
            if (METADATA_KEY.matcher(key).matches() && header.getSecond().length() <= LONGEST_METADATA) {
                entries.put(key, header.getSecond());
            }
        }
        return new Metadata(entries);
    }
}
