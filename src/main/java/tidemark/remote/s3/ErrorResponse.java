package tidemark.remote.s3;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Response;

/// A server's response that is no success: a status and, where the server speaks S3, a code and a message.
///
/// @param code empty when the body is not an S3 error
/// @param message the server's words without control characters, at most 200 characters
/// @param region the region that the server expects, if it says so
/// @param retryAfter the wait that the server asks for, at most an hour
/// @param location the server that a redirect leads to, as scheme, host and port
/// @param isMarked whether the response has the marks of storage, see [StorageMarks]
record ErrorResponse(
        int status,
        String code,
        String message,
        Optional<String> region,
        Optional<Duration> retryAfter,
        Optional<HttpUrl> location,
        boolean isMarked) {
    private static final long LONGEST = 64 * 1024;
    private static final int LONGEST_TEXT = 200;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,2000})</Message>");
    private static final Pattern REGION = Pattern.compile("<Region>([A-Za-z0-9_-]{1,64})</Region>");

    /// A response without a location or marks.
    ErrorResponse(int status, String code, String message, Optional<String> region, Optional<Duration> retryAfter) {
        this(status, code, message, region, retryAfter, Optional.empty(), false);
    }

    static ErrorResponse of(Response response, Instant now) throws IOException {
        var xml = response.peekBody(LONGEST).string();
        var header = Optional.ofNullable(response.header("x-amz-bucket-region"));
        return new ErrorResponse(
                response.code(),
                find(CODE, xml).orElse(""),
                clean(find(MESSAGE, xml).orElse("")),
                find(REGION, xml).or(() -> header.map(ErrorResponse::clean)),
                Optional.ofNullable(response.header("Retry-After")).flatMap(text -> parseRetryAfter(text, now)),
                Optional.ofNullable(response.header("Location")).flatMap(text -> server(response, text)),
                StorageMarks.areOn(response));
    }

    /// The server alone: paths and queries of sign-in pages are long, and may hold secrets.
    private static Optional<HttpUrl> server(Response response, String location) {
        return Optional.ofNullable(response.request().url().resolve(location))
                .map(url -> url.newBuilder()
                        .username("")
                        .password("")
                        .encodedPath("/")
                        .query(null)
                        .fragment(null)
                        .build());
    }

    /// Whether the storage itself says that the object does not exist; a bare 404 could come from anything on the way.
    boolean isMissingObject() {
        return status == 404 && (isMarked || !code.isEmpty()) && !code.equals("NoSuchBucket");
    }

    /// Whether it sends elsewhere without saying, as S3 does, which region or address is right.
    boolean isBareRedirect() {
        return status >= 300 && status < 400 && code.isEmpty() && region.isEmpty();
    }

    private static Optional<String> find(Pattern pattern, String xml) {
        var matcher = pattern.matcher(xml);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static String clean(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_TEXT));
    }

    private static Optional<Duration> parseRetryAfter(String text, Instant now) {
        try {
            var wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(capped(wait));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
