package tidemark.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Hash;

/// A check that every attachment on the remote has the hash that it is named by.
final class AttachmentCheck {
    private static final Pattern NAME = Pattern.compile("files/[0-9a-f]{2}/([0-9a-f]{64})(\\.\\d+)?");
    private static final int PAGE = 1000;
    private static final long LARGEST = 1L << 50;

    private final RemoteStore store;

    AttachmentCheck(RemoteStore store) {
        this.store = store;
    }

    /// A sentence for each attachment that has another hash. Reads all of them.
    List<String> findings() {
        var findings = new ArrayList<String>();
        var names = store.list("files/", Optional.empty(), PAGE);
        while (!names.isEmpty()) {
            for (var name : names) {
                var match = NAME.matcher(name.value());
                if (match.matches() && !match.group(1).equals(hash(name))) {
                    findings.add(name + " does not have the content that it is named by.");
                }
            }
            names = store.list("files/", Optional.of(names.getLast()), PAGE);
        }
        return findings;
    }

    private String hash(ObjectName name) {
        var digest = Hash.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            store.get(name, out, LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
