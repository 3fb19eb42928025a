package tidemark.remote.s3;

import java.util.Map;
import java.util.stream.Collectors;

/// The listings of a bucket, as XML.
///
/// @param isVersioned whether old versions are kept
/// @param hasOddTimes whether times are written as mail does
record Listings(Versions versions, boolean isVersioned, boolean hasOddTimes) {
    private static final String START =
            "<Name>library</Name><Prefix></Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>";

    String answer(Map<String, String> query) {
        var prefix = query.getOrDefault("prefix", "");
        if (query.containsKey("versioning")) {
            var status = isVersioned ? "<Status>Enabled</Status>" : "";
            return "<VersioningConfiguration>" + status + "</VersioningConfiguration>";
        }
        if (query.containsKey("versions")) {
            return "<ListVersionsResult>" + START + versions.listed(prefix) + "</ListVersionsResult>";
        }
        var after = query.getOrDefault("start-after", "");
        var time = hasOddTimes ? "Mon, 02 Mar 2026 10:00:00 GMT" : "2026-03-02T10:00:00.000Z";
        var keys = versions.keys().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .limit(Long.parseLong(query.getOrDefault("max-keys", "1000")))
                .map(key -> "<Contents><Key>" + key + "</Key><LastModified>" + time
                        + "</LastModified><ETag>\"e\"</ETag><Size>1</Size></Contents>")
                .collect(Collectors.joining());
        return "<ListBucketResult>" + START + keys + "</ListBucketResult>";
    }
}
