package tidemark.remote.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;

/// The trial of everything that a sync reads: the bytes of an object, its size and metadata without them, a
/// listing with something in it, and the answer for what is not there.
///
/// @param written the object that was put, with [#BYTES] and [#METADATA]
record ReadBack(RemoteStore store, RequestBudget budget, ObjectName written) {
    /// Bytes that a server could take for text and change: line ends of both kinds, and what no encoding of
    /// text keeps.
    static final byte[] BYTES =
            "tidemark probe\r\n\n\ttab \0 \u00e9\u00ff\u001a\r".getBytes(StandardCharsets.ISO_8859_1);

    static final Metadata METADATA = new Metadata(Map.of("db-version", "1"));

    private static final long LIMIT = 1000;

    Outcome outcome() {
        var found = budget.run(() -> store.get(written, LIMIT));
        if (found.isEmpty()) {
            return Outcome.failed("What was written could not be read back.");
        }
        var change = change(found.get().bytes());
        if (change.isPresent()) {
            return Outcome.failed(change.get());
        }
        var missing = new ObjectName(written + "-missing");
        if (budget.run(() -> store.get(missing, LIMIT)).isPresent()
                || budget.run(() -> store.head(missing)).isPresent()) {
            return Outcome.failed("Something was read where nothing had been written.");
        }
        return sizeAndListing();
    }

    private Outcome sizeAndListing() {
        var info = budget.run(() -> store.head(written));
        if (info.isEmpty()) {
            return Outcome.failed("An object that is there is said to be missing when only its size is asked for.");
        }
        // what is listed is checked where commits rely on it; here it must be one that can be read
        var _ = budget.run(() -> store.list(written.value(), Optional.empty(), 2));
        return new Outcome.Passed("It was read back, and a missing object is said to be missing."
                + (info.get().metadata().equals(METADATA) ? "" : " Metadata is not kept, and not needed."));
    }

    /// The change that the bytes met with, in words.
    private static Optional<String> change(byte[] read) {
        if (Arrays.equals(read, BYTES)) {
            return Optional.empty();
        }
        var isAboutLines =
                text(read).replaceAll("[\r\n]", "").equals(text(BYTES).replaceAll("[\r\n]", ""));
        return Optional.of(
                isAboutLines
                        ? "The storage changes line ends: what is read is not what was written."
                        : "The storage changes what is written: " + read.length + " bytes were read where "
                                + BYTES.length + " others were written.");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
