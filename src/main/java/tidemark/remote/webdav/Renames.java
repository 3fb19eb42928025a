package tidemark.remote.webdav;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Renames on the server.
record Renames(DavClient client, Folders folders) {
    /// The outcome of a rename.
    enum Moved {
        DONE,
        NOTHING_TO_MOVE,
        TAKEN
    }

    /// Renames a file, and creates the target's folder if that is missing.
    ///
    /// @param overwrite `T` or `F`, as in the header of that name
    Moved move(URI from, URI to, String overwrite) {
        var headers = Map.of("Destination", to.toASCIIString(), "Overwrite", overwrite);
        var request = new DavClient.Request("MOVE", from, headers, Optional.empty());
        try (var response = client.send(request)) {
            if (response.status() == 404 || !Folders.mayBeMissing(response.status())) {
                return moved(response);
            }
        }
        folders.createAgain(Folders.parent(to));
        try (var response = client.send(request)) {
            return Folders.mayBeMissing(response.status()) && isGone(from) ? Moved.NOTHING_TO_MOVE : moved(response);
        }
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
            default -> {
                client.requireSuccess(response);
                yield Moved.DONE;
            }
        };
    }
}
