package tidemark.remote.webdav;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.Body;

/// The writes of files to the server.
record Writes(DavClient client, Folders folders) {
    /// Puts the body. Most folders exist; missing ones are created when the server reports it.
    void upload(URI to, Body body) {
        if (Folders.mayBeMissing(uploadOnce(to, body))) {
            folders.createAgain(Folders.parent(to));
            try (var response = client.send(request("PUT", to, body))) {
                requireStored(to, response);
            }
        }
    }

    /// Requires that the body was taken. A page may be the server's way to say so, or one of a network that
    /// wants to be signed in to: what is there now tells.
    private void requireStored(URI to, DavResponse response) {
        if (!response.isPage() || !isObject(to)) {
            client.requireSuccess(response);
        }
    }

    private boolean isObject(URI url) {
        try (var response = client.send(DavClient.Request.of("HEAD", url))) {
            return response.isSuccess() && !response.isHtml();
        }
    }

    private int uploadOnce(URI to, Body body) {
        try (var response = client.send(request("PUT", to, body))) {
            if (!Folders.mayBeMissing(response.status())) {
                requireStored(to, response);
            }
            return response.status();
        }
    }

    private static DavClient.Request request(String method, URI url, Body body) {
        return new DavClient.Request(
                method, url, Map.of("Content-Type", "application/octet-stream"), Optional.of(body));
    }

    void delete(URI url) {
        try (var response = client.send(DavClient.Request.of("DELETE", url))) {
            var isGone = response.status() == 404 || response.status() == 410;
            if (!isGone && !(response.isPage() && isMissing(url))) {
                client.requireSuccess(response);
            }
        }
    }

    private boolean isMissing(URI url) {
        try (var response = client.send(DavClient.Request.of("HEAD", url))) {
            return response.status() == 404;
        }
    }

    /// Deletes an unfinished file if the server can be reached; otherwise it stays, and no listing shows it.
    void discard(URI staged, RuntimeException reason) {
        try {
            delete(staged);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
