package tidemark.remote.webdav;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A server's response; the body must be closed.
record DavResponse(HttpResponse<InputStream> response) implements AutoCloseable {
    private static final int HTTP_OK = 200;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    int status() {
        return response.statusCode();
    }

    InputStream body() {
        return response.body();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    boolean isSuccess() {
        return status() / 100 == 2;
    }

    boolean isRedirect() {
        return status() / 100 == 3;
    }

    /// Whether this is a page for people where an object was expected, as the sign-in page of a hotel's network sends
    /// it in response to any request.
    boolean isPage() {
        return status() == HTTP_OK && isHtml();
    }

    boolean isHtml() {
        return header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /// The URL in the header `Location`, if there is one that can be parsed.
    Optional<URI> location() {
        try {
            return header("Location").map(response.uri()::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> time() {
        return header("Date").flatMap(DavResponse::instant);
    }

    /// The wait that the server asks for in `Retry-After`: never negative, and at most an hour.
    Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After")
                .flatMap(text -> wait(text, now))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> wait(String text, Instant now) {
        return text.matches("\\d{1,18}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : instant(text).map(at -> Duration.between(now, at));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("giving up an answer never fails", e);
        }
    }
}
