package tidemark.remote.webdav;

import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.ContentRange;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.TailStream;
import tidemark.remote.Transfer;
import tidemark.remote.UnaskedPacking;

/// The reading of one object: of all of it, of its end, or of its size.
record Download(DavClient client, ObjectName name, URI url) {
    /// The number of attempts to read a file that is refused.
    private static final int ATTEMPTS = 3;

    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /// Writes the object to `to`; empty when there is none. An announced length is insisted on: a connection
    /// that ends early is no end of the object.
    Optional<ObjectInfo> whole(OutputStream to, long limit) {
        try (var response = request("GET", Map.of())) {
            return receiveWhole(response, to, limit);
        }
    }

    /// Writes the object's bytes from number `from` on to `to`. A server that does not answer with just these
    /// gives the whole object, of which the first are dropped.
    Optional<ObjectInfo> tail(long from, OutputStream to, long limit) {
        var tail = new TailStream(to, from);
        if (from == 0) {
            return whole(to, limit);
        }
        try (var response = request("GET", Map.of("Range", "bytes=" + from + "-"))) {
            if (response.status() == RANGE_NOT_SATISFIABLE) {
                return atEnd(limit);
            }
            if (response.status() != PARTIAL) {
                return receiveWhole(response, tail, limit);
            }
            var range = ContentRange.ofTail(from, response::header);
            if (range.isPresent()) {
                var size = client.reading(() -> Transfer.receive(name, range.get(), response.body(), to, limit));
                return Optional.of(new ObjectInfo(name, size, Metadata.NONE));
            }
        }
        return whole(tail, limit);
    }

    /// The object that ends before what was asked for.
    private Optional<ObjectInfo> atEnd(long limit) {
        var info = head();
        if (info.isPresent() && info.get().size() > limit) {
            throw Transfer.tooLarge(name, limit);
        }
        return info;
    }

    /// The object's size; empty when there is none.
    Optional<ObjectInfo> head() {
        try (var response = requestHead()) {
            return isThere(response)
                    ? Optional.of(new ObjectInfo(name, Math.max(0, size(response)), Metadata.NONE))
                    : Optional.empty();
        }
    }

    private Optional<ObjectInfo> receiveWhole(DavResponse response, OutputStream to, long limit) {
        if (!isThere(response)) {
            return Optional.empty();
        }
        var coding = response.header("Content-Encoding");
        if (coding.isEmpty() && size(response) > limit) {
            throw Transfer.tooLarge(name, limit);
        }
        var size = client.reading(
                () -> Transfer.receive(name, UnaskedPacking.removed(name, coding, response.body()), to, limit));
        return Optional.of(new ObjectInfo(name, size, Metadata.NONE));
    }

    /// Requests the head of an object; by the object itself, whose body is not read, where the server knows
    /// no HEAD.
    private DavResponse requestHead() {
        var response = request("HEAD", Map.of());
        if (response.status() != 405 && response.status() != 501) {
            return response;
        }
        response.close();
        return request("GET", Map.of());
    }

    /// Requests an object. Apache refuses (403, its message AH00132) a file that another device replaces
    /// between its check and the opening, so a refusal counts only if it persists.
    private DavResponse request(String method, Map<String, String> headers) {
        for (int i = 1; ; i++) {
            var response = client.send(new DavClient.Request(method, url, headers, Optional.empty()));
            if (response.status() != 403 || i == ATTEMPTS) {
                return response;
            }
            response.close();
        }
    }

    private static long size(DavResponse response) {
        return response.response().headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    /// Whether the response is the object. A redirect that was not followed leads to the folder of that name.
    /// Attachments may be web pages; their hash is checked.
    private boolean isThere(DavResponse response) {
        var isFolder = response.isRedirect()
                && response.location()
                        .filter(to -> to.getRawPath().equals(url.getRawPath() + "/"))
                        .isPresent();
        if (response.status() == 404 || response.status() == 410 || isFolder) {
            return false;
        }
        var isAttachment = name.value().startsWith("files/");
        if (response.status() != 200 || (response.isPage() && !isAttachment)) {
            throw client.problems().refused(response, client.now());
        }
        return true;
    }
}
