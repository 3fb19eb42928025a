package tidemark.remote.webdav;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;

/// The names below the root, listed folder by folder: servers refuse to list more than one at a time.
final class Listing {
    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
    private static final int MULTISTATUS = 207;
    private static final int MOST_LISTINGS = 3;
    private static final Body PROPFIND_BODY = Body.of("""
            <?xml version="1.0" encoding="utf-8"?>
            <propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>
            """.getBytes(StandardCharsets.UTF_8));

    private final DavClient client;
    private final URI root;

    Listing(DavClient client, URI root) {
        this.client = client;
        this.root = root;
    }

    List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        var walk = new Walk(prefix, after.map(ObjectName::value).orElse(""), max);
        var folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        if (max > 0 && ObjectName.isValid(prefix + "x")) {
            walk.visitFolder(folder);
        }
        return walk.names;
    }

    /// The names in a folder, also those that no object can have.
    Set<String> namesIn(ObjectName folder) {
        return entries(folder + "/").stream().map(DavEntry::name).collect(Collectors.toUnmodifiableSet());
    }

    /// The entries of a folder, given by its name and a slash; none when it does not exist.
    ///
    /// Some servers break a listing off, and append an error, when something in the folder is moved away
    /// meanwhile: it is only used if all of it is one document.
    private List<DavEntry> entries(String folder) {
        for (int i = 1; i < MOST_LISTINGS; i++) {
            try {
                return entriesOnce(folder);
            } catch (XMLStreamException e) {
                LOG.debug("The listing of {} is asked for again", folder, e);
            }
        }
        try {
            return entriesOnce(folder);
        } catch (XMLStreamException e) {
            throw client.problems().listing(e);
        }
    }

    private List<DavEntry> entriesOnce(String folder) throws XMLStreamException {
        var path = root.getRawPath() + "/" + folder;
        var headers = Map.of("Depth", "1", "Content-Type", "application/xml; charset=utf-8");
        try (var response = client.send(
                new DavClient.Request("PROPFIND", root.resolve(path), headers, Optional.of(PROPFIND_BODY)))) {
            if (response.status() == 404 || isFile(folder, response)) {
                return List.of();
            }
            if (response.status() != MULTISTATUS) {
                throw client.problems().refused(response, client.now());
            }
            return Multistatus.read(response.body(), path);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw client.problems().unanswered(broken, Optional.empty());
            }
            throw e;
        }
    }

    /// Whether a refusal means that the "folder" is a file: each server has its own way to say so.
    private boolean isFile(String folder, DavResponse refusal) {
        if (folder.isEmpty() || refusal.status() / 100 != 4 || refusal.status() == 401) {
            return false;
        }
        var name = folder.substring(0, folder.length() - 1);
        try (var response = client.send(DavClient.Request.of("HEAD", root.resolve(root.getRawPath() + "/" + name)))) {
            return response.status() == 200;
        }
    }

    private final class Walk {
        private final String prefix;
        private final String after;
        private final int max;
        private final List<ObjectName> names = new ArrayList<>();

        Walk(String prefix, String after, int max) {
            this.prefix = prefix;
            this.after = after;
            this.max = max;
        }

        /// Visits a folder in the order of whole names: a folder sorts as its name with a slash.
        private void visitFolder(String folder) {
            entries(folder).stream()
                    .map(entry -> folder + entry.name() + (entry.isFolder() ? "/" : ""))
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .forEach(this::visit);
        }

        private void visit(String path) {
            if (names.size() >= max) {
                return;
            }
            if (!path.endsWith("/")) {
                add(path);
            } else if (ObjectName.isValid(path + "x") && mayHoldNames(path)) {
                visitFolder(path);
            }
        }

        private void add(String path) {
            if (path.startsWith(prefix) && path.compareTo(after) > 0 && ObjectName.isValid(path)) {
                names.add(new ObjectName(path));
            }
        }

        private boolean mayHoldNames(String folder) {
            var isAfter = folder.compareTo(after) > 0 || after.startsWith(folder);
            return isAfter && (folder.startsWith(prefix) || prefix.startsWith(folder));
        }
    }
}
