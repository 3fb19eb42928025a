package tidemark.remote.s3;

import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;

/// A program that puts a file into a bucket and gets it back, with whatever memory it is given.
final class LargeObject {
    private LargeObject() {}

    /// Puts the file and gets it back; fails when other bytes come back.
    ///
    /// @param arguments the endpoint, the file, and `put`, `create` or `parts`
    public static void main(String[] arguments) throws Exception {
        var name = new ObjectName("files/large-" + arguments[2]);
        var file = Path.of(arguments[1]);
        var body = Body.of(file);
        var address = S3Address.of(arguments[0], S3Server.BUCKET);
        try (var store = S3Store.open(address, "me", S3Server.KEYS, Clock.systemUTC())) {
            switch (arguments[2]) {
                case "put" -> store.put(name, body, Metadata.NONE);
                case "create" -> store.create(name, body, Metadata.NONE);
                default -> sendParts(store, name, file);
            }
            var back = MessageDigest.getInstance("SHA-256");
            var found = store.get(name, new DigestOutputStream(OutputStream.nullOutputStream(), back), body.size());
            if (found.isEmpty() || !MessageDigest.isEqual(back.digest(), hash(file))) {
                throw new IllegalStateException("other bytes came back");
            }
        }
    }

    private static void sendParts(S3Store store, ObjectName name, Path file) throws Exception {
        try (var from = new RandomAccessFile(file.toFile(), "r")) {
            var upload = store.partUpload(name, from.length(), Optional.empty()).orElseThrow();
            while (upload.kept() < from.length()) {
                var part = new byte[(int) Math.min(upload.partSize(), from.length() - upload.kept())];
                from.seek(upload.kept());
                from.readFully(part);
                upload.send(Body.of(part));
            }
            upload.finish();
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
