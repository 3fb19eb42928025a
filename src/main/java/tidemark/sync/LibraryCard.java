package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `library.json`, version 0 of the log: which library lies on a remote, and how commits are made there.
///
/// @param library its id
/// @param format of the remote; programs refuse a higher one than they know
/// @param commits how a commit is made: `create`
record LibraryCard(String library, int format, String commits) {
    static final int FORMAT = 1;
    static final String CREATE = "create";
    private static final long LONGEST = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    /// The card on the remote, if there is one.
    static Optional<LibraryCard> read(RemoteStore store) throws UpdateNeeded {
        var object = store.get(Layout.LIBRARY, LONGEST);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        var card = parse(object.get().bytes());
        if (card.format() > FORMAT || !card.commits().equals(CREATE)) {
            throw new UpdateNeeded(card.format());
        }
        return Optional.of(card);
    }

    private static LibraryCard parse(byte[] bytes) {
        try {
            var json = JSON.readTree(bytes);
            return new LibraryCard(
                    json.required("library").asString(),
                    json.required("format").asInt(),
                    json.required("commits").asString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Corrupt(
                    new Problem(
                            "library.json on the remote cannot be read.",
                            "Nothing was sent or changed.",
                            "Choose an empty place for the remote, or restore that object."),
                    e);
        }
    }

    /// Puts the card there, unless another device is quicker; the one that counts is read back.
    static LibraryCard create(RemoteStore store, String library) throws UpdateNeeded {
        var json = JSON.createObjectNode()
                .put("library", library)
                .put("format", FORMAT)
                .put("commits", CREATE)
                .toPrettyString();
        store.create(Layout.LIBRARY, body(json), Metadata.NONE);
        store.put(Layout.README, body(Layout.README_TEXT), Metadata.NONE);
        return read(store)
                .orElseThrow(() -> new Corrupt(new Problem(
                        "library.json was written to the remote and is not there.",
                        "Nothing was sent.",
                        "Check that the remote keeps what is written to it.")));
    }

    private static Body body(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
