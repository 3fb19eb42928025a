package tidemark.fleet;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartProgress;

/// The uploads in parts that a bucket keeps until they are finished.
final class SimUploads {
    /// The length of a part in bytes.
    static final int PART = 1024;

    private record Parts(ObjectName name, long size, NavigableMap<Integer, byte[]> byNumber) {
        /// The bytes of the parts before the first that is missing.
        long kept() {
            long kept = 0;
            for (int number = 0; byNumber.containsKey(number); number++) {
                kept += byNumber.get(number).length;
            }
            return kept;
        }
    }

    /// An upload that was begun or found.
    ///
    /// @param kept the bytes from the beginning that need not be sent again
    record Open(String token, long kept) {}

    private final SimStore bucket;
    private final Map<String, Parts> unfinished = new HashMap<>();
    private int begun;

    SimUploads(SimStore bucket) {
        this.bucket = bucket;
    }

    /// The upload of this token; a new one where it is unknown.
    Open open(ObjectName name, long size, Optional<String> token) {
        var known = token.map(unfinished::get).filter(parts -> parts.name().equals(name) && parts.size() == size);
        if (known.isPresent()) {
            return new Open(token.orElseThrow(), known.get().kept());
        }
        if (token.isPresent()
                && bucket.head(name).filter(info -> info.size() == size).isPresent()) {
            return new Open(token.get(), size);
        }
        var made = "upload-" + ++begun;
        unfinished.put(made, new Parts(name, size, new TreeMap<>()));
        return new Open(made, 0);
    }

    /// Keeps a part, in place of one that came before.
    void keep(String token, int number, Body part) {
        parts(token).byNumber().put(number, tidemark.remote.Transfer.bytes(part));
    }

    /// Makes the parts the object. One that is finished already stays.
    void finish(String token) {
        if (!unfinished.containsKey(token)) {
            return;
        }
        var parts = parts(token);
        var whole = new ByteArrayOutputStream();
        parts.byNumber().values().forEach(whole::writeBytes);
        bucket.put(parts.name(), Body.of(whole.toByteArray()), Metadata.NONE);
        unfinished.remove(token);
    }

    void discard(String token) {
        unfinished.remove(token);
    }

    private Parts parts(String token) {
        var parts = unfinished.get(token);
        if (parts == null) {
            throw PartProgress.lost(new ObjectName("files/" + token), new NoSuchElementException(token));
        }
        return parts;
    }
}
