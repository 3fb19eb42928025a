package tidemark.remote.webdav;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Renames on the server.
final class Renames {
    /// The header that names the target.
    static final String DESTINATION = "Destination";

    /// The outcome of a rename.
    enum Moved {
        DONE,
        NOTHING_TO_MOVE,
        TAKEN
    }

    private final DavClient client;
    private final Folders folders;

    /// Whether targets are named by their paths: a server behind a proxy that ends TLS takes a whole URL, which says
    /// https, for one of another server.
    private volatile boolean byPath;

    Renames(DavClient client, Folders folders) {
        this.client = client;
        this.folders = folders;
    }

    /// Renames a file, and creates the target's folder if that is missing.
    ///
    /// @param overwrite `T` or `F`, as in the header of that name
    Moved move(URI from, URI to, String overwrite) {
        try (var response = send(from, to, overwrite)) {
            if (response.status() == 404 || !Folders.mayBeMissing(response.status())) {
                return moved(response);
            }
        }
        folders.createAgain(Folders.parent(to));
        try (var response = send(from, to, overwrite)) {
            return Folders.mayBeMissing(response.status()) && isGone(from) ? Moved.NOTHING_TO_MOVE : moved(response);
        }
    }

    /// Sends the request; once more with the target's path only, where the whole URL is refused. What has gone
    /// meanwhile was renamed by the first one: its refusal counts.
    private DavResponse send(URI from, URI to, String overwrite) {
        var first = client.send(request(from, byPath ? to.getRawPath() : to.toASCIIString(), overwrite));
        if (byPath || !isTargetRefused(first)) {
            return first;
        }
        var second = client.send(request(from, to.getRawPath(), overwrite));
        if (second.status() == 404) {
            second.close();
            return first;
        }
        first.close();
        byPath = second.isSuccess();
        return second;
    }

    private static DavClient.Request request(URI from, String to, String overwrite) {
        var headers = Map.of(DESTINATION, to, "Overwrite", overwrite);
        return new DavClient.Request("MOVE", from, headers, Optional.empty());
    }

    private static boolean isTargetRefused(DavResponse response) {
        return response.status() == 400 || response.status() == 502;
    }

    private boolean isGone(URI url) {
        try (var response = client.send(DavClient.Request.of("HEAD", url))) {
            return response.status() == 404;
        }
    }

    private Moved moved(DavResponse response) {
        return switch (response.status()) {
            case 404 -> Moved.NOTHING_TO_MOVE;
            case 412 -> Moved.TAKEN;
            case 400, 502 -> throw client.problems().notRenamed(response, client.now());
            default -> {
                client.requireSuccess(response);
                yield Moved.DONE;
            }
        };
    }
}
