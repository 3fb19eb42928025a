package tidemark.remote.s3;

import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;

/// A program that puts a file into a bucket and gets it back, with whatever memory it is given.
final class LargeObject {
    private LargeObject() {}

    /// Puts the file and gets it back; fails when other bytes come back.
    ///
    /// @param arguments the endpoint, the file, `put` or `create`
    public static void main(String[] arguments) throws Exception {
        var name = new ObjectName("files/large-" + arguments[2]);
        var file = Path.of(arguments[1]);
        var body = Body.of(file);
        var address = S3Address.of(arguments[0], S3Server.BUCKET);
        try (var store = S3Store.open(address, "me", S3Server.KEYS, Clock.systemUTC())) {
            if (arguments[2].equals("put")) {
                store.put(name, body, Metadata.NONE);
            } else {
                store.create(name, body, Metadata.NONE);
            }
            var back = MessageDigest.getInstance("SHA-256");
            var found = store.get(name, new DigestOutputStream(OutputStream.nullOutputStream(), back), body.size());
            if (found.isEmpty() || !MessageDigest.isEqual(back.digest(), hash(file))) {
                throw new IllegalStateException("other bytes came back");
            }
        }
    }

    private static byte[] hash(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new FileInputStream(file.toFile())) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return digest.digest();
    }
}
