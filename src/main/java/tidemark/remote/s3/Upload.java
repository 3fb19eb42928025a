package tidemark.remote.s3;

import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.minio.PutObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.Transfer;

/// The upload of an object within bounded memory: a small body is sent from memory, a large one part by part; a large
/// one that must be a single request goes through a file, because it is read once to be signed and once to be sent.
///
/// @param key the object's name in the bucket
record Upload(S3Client client, String bucket, String key) {
    /// The most bytes in memory, and the length of a part.
    private static final int PART = 16 << 20;

    private static final long MOST_PARTS = 10_000;
    private static final long LARGEST_SINGLE = 5L << 30;
    static final String TYPE = "application/octet-stream";
    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    /// Creates or replaces the object.
    void put(Body body, Metadata metadata) throws IOException {
        if (body.size() <= PART) {
            sendWhole(client.repeatable(), body, metadata, Map.of());
            return;
        }
        client.checksums().send(() -> putParts(body, metadata), () -> putBare(body, metadata));
    }

    private ObjectWriteResponse putParts(Body body, Metadata metadata) throws IOException {
        try (var stream = open(body)) {
            return Futures.on(client.repeatable().putObject(parts(stream, body.size(), metadata)));
        }
    }

    private ObjectWriteResponse putBare(Body body, Metadata metadata) throws IOException {
        return throughFile(body, file -> bare(client.repeatable(), file, metadata, Map.of()));
    }

    /// Creates the object if its name is free, in one request that is sent once.
    void create(Body body, Metadata metadata) throws IOException {
        if (body.size() >= LARGEST_SINGLE) {
            throw new IllegalArgumentException("too large for one request: " + body.size() + " bytes");
        }
        if (body.size() <= PART) {
            sendWhole(client.once(), body, metadata, IF_ABSENT);
            return;
        }
        throughFile(
                body,
                file -> client.checksums()
                        .send(() -> single(file, metadata), () -> bare(client.once(), file, metadata, IF_ABSENT)));
    }

    private ObjectWriteResponse sendWhole(
            MinioAsyncClient by, Body body, Metadata metadata, Map<String, String> headers) throws IOException {
        var bytes = Transfer.bytes(body);
        return client.checksums()
                .send(
                        () -> Futures.on(by.putObject(whole(bytes, metadata, headers))),
                        () -> Futures.on(by.putObject(bare(metadata, headers, Body.of(bytes))
                                .data(bytes, bytes.length)
                                .build())));
    }

    private PutObjectArgs whole(byte[] bytes, Metadata metadata, Map<String, String> headers) {
        return PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(bytes, bytes.length)
                .contentType(TYPE)
                .headers(headers)
                .userMetadata(metadata.entries())
                .maxRetries(0)
                .build();
    }

    private PutObjectArgs parts(InputStream stream, long size, Metadata metadata) {
        var part = Math.max(PART, Math.ceilDiv(size, MOST_PARTS));
        return PutObjectArgs.builder().bucket(bucket).object(key).stream(stream, size, part)
                .contentType(TYPE)
                .userMetadata(metadata.entries())
                .maxRetries(0)
                .build();
    }

    private ObjectWriteResponse single(Path file, Metadata metadata) throws IOException {
        try {
            return Futures.on(client.once()
                    .uploadObject(UploadObjectArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .filename(file.toString(), LARGEST_SINGLE)
                            .contentType(TYPE)
                            .headers(IF_ABSENT)
                            .userMetadata(metadata.entries())
                            .maxRetries(0)
                            .build()));
        } catch (MinioException e) {
            throw new IOException(e);
        }
    }

    /// Sends a file in one request without checksums.
    private ObjectWriteResponse bare(MinioAsyncClient by, Path file, Metadata metadata, Map<String, String> headers)
            throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            return Futures.on(by.putObject(bare(metadata, headers, Body.of(file))
                    .file(open, open.length())
                    .build()));
        }
    }

    /// The arguments of a request to which the client library adds no checksum: it has the hash to be
    /// signed, and the one that every S3 storage knows.
    private PutObjectAPIArgs.Builder bare(Metadata metadata, Map<String, String> headers, Body body)
            throws IOException {
        var all = proven(body);
        headers.forEach(all::put);
        metadata.entries().forEach((name, value) -> all.put("x-amz-meta-" + name, value));
        return PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(key)
                .contentType(TYPE)
                .headers(all);
    }

    /// The headers with the hash of a body to be signed, and the one that every S3 storage knows.
    static Http.Headers proven(Body body) throws IOException {
        var headers = new Http.Headers();
        headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, HexFormat.of().formatHex(digest("SHA-256", body)));
        headers.put(Http.Headers.CONTENT_MD5, Base64.getEncoder().encodeToString(digest("MD5", body)));
        return headers;
    }

    private static byte[] digest(String algorithm, Body body) throws IOException {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            Transfer.send(body, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static ObjectWriteResponse throughFile(Body body, FromFile sending) throws IOException {
        var file = Files.createTempFile("tidemark-", ".upload");
        try {
            try (var out = Files.newOutputStream(file)) {
                Transfer.send(body, out);
            }
            return sending.send(file);
        } finally {
            Files.delete(file);
        }
    }

    private interface FromFile {
        ObjectWriteResponse send(Path file) throws IOException;
    }

    /// A stream of the body. If it cannot be read, that is this computer's failure, and must not pass for one of the
    /// connection.
    private static InputStream open(Body body) {
        try {
            return new BodyStream(body.open(), body.size());
        } catch (IOException e) {
            throw Transfer.unreadable(e);
        }
    }

    private static final class BodyStream extends InputStream {
        private final InputStream in;
        private long left;

        BodyStream(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            try {
                var n = in.read(to, offset, length);
                left -= Math.max(n, 0);
                if (n < 0 && left > 0) {
                    throw new EOFException("it ended " + left + " bytes early");
                }
                return n;
            } catch (IOException e) {
                throw Transfer.unreadable(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
