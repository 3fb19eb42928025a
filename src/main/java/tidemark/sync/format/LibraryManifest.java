package tidemark.sync.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The manifest, `library.json`, version 0 of the log: which library is on a remote, and its commit mode.
///
/// @param library the id of the library, 32 hexadecimal digits
/// @param format the number of the remote's format; programs refuse a higher one than they know
/// @param commits the commit mode
public record LibraryManifest(String library, int format, CommitMode commits) {
    static final int FORMAT = 1;
    private static final long LONGEST = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    /// The manifest on the remote, if there is one.
    ///
    /// @throws UpdateNeeded when its format or commit mode is that of a
    /// newer program
    public static Optional<LibraryManifest> read(RemoteStore store) throws UpdateNeeded {
        var object = store.get(Layout.LIBRARY, LONGEST);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parse(object.get().bytes()));
    }

    private static LibraryManifest parse(byte[] bytes) throws UpdateNeeded {
        try {
            var json = JSON.readTree(bytes);
            var format = json.required("format").asInt();
            var commits = CommitMode.of(json.required("commits").asString());
            if (format > FORMAT || commits.isEmpty()) {
                throw new UpdateNeeded(format);
            }
            return new LibraryManifest(json.required("library").asString(), format, commits.get());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Corrupt(
                    new Problem(
                            "library.json on the remote cannot be read.",
                            "Nothing was sent or changed.",
                            "Choose an empty place for the remote, or restore that object."),
                    e);
        }
    }

    /// The manifest of a library in the format of this program.
    public static LibraryManifest of(String library, CommitMode commits) {
        return new LibraryManifest(library, FORMAT, commits);
    }

    /// The JSON of the manifest, in UTF-8.
    public byte[] bytes() {
        return JSON.createObjectNode()
                .put("library", library)
                .put("format", format)
                .put("commits", commits.word())
                .toPrettyString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
