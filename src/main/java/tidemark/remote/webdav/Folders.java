package tidemark.remote.webdav;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folders on the server that objects lie in: created where they are missing, and remembered.
final class Folders {
    private final DavClient client;
    private final URI base;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /// @param base the topmost folder that is created; its parent must exist. The root of a server always does
    Folders(DavClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /// Creates the folder unless it was seen before.
    void ensure(URI folder) {
        if (!known.contains(folder.getRawPath())) {
            create(folder);
        }
    }

    /// Forgets the folder and all below it, which were deleted.
    void forget(URI folder) {
        var path = folder.getRawPath();
        known.removeIf(each -> each.equals(path) || each.startsWith(path + "/"));
    }

    /// Creates the folder although it was seen: a response suggests that it is gone.
    void createAgain(URI folder) {
        forget(folder);
        create(folder);
    }

    /// Creates the folder, and its parents from the top down where they are missing too. Mostly only the lowest one is.
    ///
    /// Servers differ in their response for a folder that exists or is just being created by another device;
    /// whether it is there shows when something is put into it.
    private void create(URI folder) {
        if (isParentMissing(mkcol(folder))) {
            createParents(folder);
            if (isParentMissing(mkcol(folder))) {
                known.clear();
                createParents(folder);
                mkcol(folder);
            }
        }
        known.add(folder.getRawPath());
    }

    private void createParents(URI folder) {
        var above = parent(folder);
        if (mayBeCreated(above) && !known.contains(above.getRawPath())) {
            createParents(above);
            mkcol(above);
            known.add(above.getRawPath());
        }
    }

    private boolean mayBeCreated(URI folder) {
        var path = folder.getRawPath();
        return !path.equals("/") && path.length() >= base.getRawPath().length();
    }

    private static boolean isParentMissing(int status) {
        return status == 409 || status == 404;
    }

    private int mkcol(URI folder) {
        try (var response = client.send(DavClient.Request.of("MKCOL", folder.resolve(folder.getRawPath() + "/")))) {
            return switch (response.status()) {
                case 201, 301, 403, 404, 405, 409 -> response.status();
                default -> {
                    if (response.isSuccess() && !response.isPage()) {
                        yield response.status();
                    }
                    throw client.problems().refused(response, client.now());
                }
            };
        }
    }

    /// Whether servers use this status when the folder to put something into is missing. Some have none of its own for
    /// that.
    static boolean mayBeMissing(int status) {
        return status == 403 || status == 404 || status == 409 || status == 500;
    }

    /// The folder that this one, or a file, lies in, without a slash at its end; the root of the server is one slash.
    static URI parent(URI url) {
        var path = url.getRawPath();
        return url.resolve(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
    }
}
