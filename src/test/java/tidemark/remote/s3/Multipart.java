package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The multipart uploads of a bucket, as S3 treats them: a part replaces the one with its number, and only
/// the parts that are named at the end, with their tags and in order, become the object.
final class Multipart {
    /// An answer to a request.
    sealed interface Answer {
        record Document(String text) implements Answer {}

        record Taken(String tag) implements Answer {}

        record Gone() implements Answer {}

        record Refused(int status, String code) implements Answer {}
    }

    private record Upload(String key, NavigableMap<Integer, byte[]> parts) {}

    private static final int PAGE = 2;
    private static final int LEAST = 5 << 20;
    private static final Pattern NAMED = Pattern.compile("<Part>(.*?)</Part>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<PartNumber>(\\d+)</PartNumber>");
    private static final Pattern TAG =
            Pattern.compile("<ETag>(?:&quot;|&#34;|\")?([0-9a-f]+)(?:&quot;|&#34;|\")?</ETag>");

    private final Map<String, Upload> uploads = new TreeMap<>(); // Guarded by this.
    private int count; // Guarded by this.

    /// The number of uploads that were neither finished nor given up.
    synchronized int unfinished() {
        return uploads.size();
    }

    /// Loses the parts with this number.
    synchronized void forget(int number) {
        uploads.values().forEach(upload -> upload.parts().remove(number));
    }

    synchronized Answer answer(String method, String key, Map<String, String> query, byte[] body, Versions versions) {
        if (query.containsKey("uploads")) {
            return begin(key);
        }
        var id = query.getOrDefault("uploadId", "");
        var upload = uploads.get(id);
        if (upload == null || !upload.key().equals(key)) {
            return new Answer.Refused(404, "NoSuchUpload");
        }
        return switch (method) {
            case "PUT" -> {
                upload.parts().put(Integer.parseInt(query.get("partNumber")), body);
                yield new Answer.Taken(tag(body));
            }
            case "GET" -> list(upload, Integer.parseInt(query.getOrDefault("part-number-marker", "0")));
            case "POST" -> finish(id, upload, new String(body, UTF_8), versions);
            case "DELETE" -> {
                uploads.remove(id);
                yield new Answer.Gone();
            }
            default -> new Answer.Refused(405, "MethodNotAllowed");
        };
    }

    private Answer begin(String key) {
        var id = "id/" + ++count + "+=";
        uploads.put(id, new Upload(key, new TreeMap<>()));
        return new Answer.Document("<InitiateMultipartUploadResult><Bucket>library</Bucket><Key>" + key
                + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private static Answer list(Upload upload, int marker) {
        var after = upload.parts().tailMap(marker, false);
        var text = new StringBuilder("<ListPartsResult><Bucket>library</Bucket><Key>" + upload.key() + "</Key>");
        text.append("<Initiator><ID>me</ID><DisplayName>me</DisplayName></Initiator>"
                + "<Owner><ID>me</ID><DisplayName>me</DisplayName></Owner><StorageClass>STANDARD</StorageClass>");
        var last = marker;
        for (var part : after.entrySet().stream().limit(PAGE).toList()) {
            last = part.getKey();
            text.append("<Part><PartNumber>%d</PartNumber><LastModified>2026-03-02T10:00:00.000Z</LastModified>"
                            .formatted(last)
                    + "<ETag>\"%s\"</ETag><Size>%d</Size></Part>"
                            .formatted(tag(part.getValue()), part.getValue().length));
        }
        text.append("<PartNumberMarker>%d</PartNumberMarker><NextPartNumberMarker>%d</NextPartNumberMarker>"
                .formatted(marker, last));
        return new Answer.Document(text + "<MaxParts>" + PAGE + "</MaxParts><IsTruncated>" + (after.size() > PAGE)
                + "</IsTruncated></ListPartsResult>");
    }

    private Answer finish(String id, Upload upload, String request, Versions versions) {
        var bytes = new ByteArrayOutputStream();
        var numbers = new ArrayList<Integer>();
        var lengths = new ArrayList<Integer>();
        var named = NAMED.matcher(request);
        while (named.find()) {
            var number = Integer.parseInt(find(NUMBER, named.group(1)));
            var part = upload.parts().get(number);
            if (part == null || !tag(part).equals(find(TAG, named.group(1)))) {
                return new Answer.Refused(400, "InvalidPart");
            }
            numbers.add(number);
            lengths.add(part.length);
            bytes.writeBytes(part);
        }
        if (!isInOrder(numbers)) {
            return new Answer.Refused(400, "InvalidPartOrder");
        }
        if (lengths.stream().limit(lengths.size() - 1L).anyMatch(length -> length < LEAST)) {
            return new Answer.Refused(400, "EntityTooSmall");
        }
        versions.put(upload.key(), bytes.toByteArray(), false, false);
        uploads.remove(id);
        return new Answer.Document(
                "<CompleteMultipartUploadResult><Location>here</Location><Bucket>library</Bucket><Key>" + upload.key()
                        + "</Key><ETag>\"e-1\"</ETag></CompleteMultipartUploadResult>");
    }

    private static boolean isInOrder(List<Integer> numbers) {
        return !numbers.isEmpty()
                && numbers.equals(numbers.stream().distinct().sorted().toList());
    }

    private static String find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String tag(byte[] bytes) {
        return "%08x".formatted(Arrays.hashCode(bytes));
    }
}
