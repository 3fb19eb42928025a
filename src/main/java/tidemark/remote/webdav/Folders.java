package tidemark.remote.webdav;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folders on the server that objects lie in: made where they are missing, and remembered.
final class Folders {
    private final DavClient client;
    private final URI base;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /// @param base the highest folder that is made; what it lies in must exist
    Folders(DavClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /// Makes the folder unless it was seen before.
    void know(URI folder) {
        if (!known.contains(folder.getRawPath())) {
            make(folder);
        }
    }

    /// The folder was removed with all below it.
    void forget(URI folder) {
        var path = folder.getRawPath();
        known.removeIf(each -> each.equals(path) || each.startsWith(path + "/"));
    }

    /// Makes the folder although it was seen: something says that it is not there any more.
    void makeAgain(URI folder) {
        forget(folder);
        make(folder);
    }

    /// Most of the time only the lowest folder is missing; if not, they are made from above.
    ///
    /// Servers answer differently to a folder that exists or is just made by another device; whether it is there
    /// shows when something is put into it.
    private void make(URI folder) {
        if (isMissingAbove(ask(folder))) {
            makeAbove(folder);
            if (isMissingAbove(ask(folder))) {
                known.clear();
                makeAbove(folder);
                ask(folder);
            }
        }
        known.add(folder.getRawPath());
    }

    private void makeAbove(URI folder) {
        var above = parent(folder);
        if (above.getRawPath().length() >= base.getRawPath().length() && !known.contains(above.getRawPath())) {
            makeAbove(above);
            ask(above);
            known.add(above.getRawPath());
        }
    }

    private static boolean isMissingAbove(int status) {
        return status == 409 || status == 404;
    }

    private int ask(URI folder) {
        try (var response = client.send(DavClient.Ask.of("MKCOL", folder.resolve(folder.getRawPath() + "/")))) {
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

    /// How servers say that there is no folder to put something into. Some have no words for it.
    static boolean mayBeMissing(int status) {
        return status == 403 || status == 404 || status == 409 || status == 500;
    }

    static URI parent(URI url) {
        var path = url.getRawPath();
        return url.resolve(path.substring(0, path.lastIndexOf('/')));
    }
}
