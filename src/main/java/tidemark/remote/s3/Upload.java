package tidemark.remote.s3;

import io.minio.PutObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    private static final String TYPE = "application/octet-stream";
    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    /// Creates or replaces the object.
    void put(Body body, Metadata metadata) throws IOException {
        if (body.size() <= PART) {
            Futures.on(client.repeatable().putObject(whole(body, metadata, Map.of())));
            return;
        }
        try (var stream = open(body)) {
            Futures.on(client.repeatable().putObject(parts(stream, body.size(), metadata)));
        }
    }

    /// Creates the object if its name is free, in one request that is sent once.
    void create(Body body, Metadata metadata) throws IOException {
        if (body.size() >= LARGEST_SINGLE) {
            throw new IllegalArgumentException("too large for one request: " + body.size() + " bytes");
        }
        if (body.size() <= PART) {
            Futures.on(client.once().putObject(whole(body, metadata, IF_ABSENT)));
            return;
        }
        var file = Files.createTempFile("tidemark-", ".upload");
        try {
            try (var out = Files.newOutputStream(file)) {
                Transfer.send(body, out);
            }
            Futures.on(single(file, metadata));
        } finally {
            Files.delete(file);
        }
    }

    private PutObjectArgs whole(Body body, Metadata metadata, Map<String, String> headers) {
        var bytes = Transfer.bytes(body);
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

    private CompletableFuture<?> single(Path file, Metadata metadata) throws IOException {
        try {
            return client.once()
                    .uploadObject(UploadObjectArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .filename(file.toString(), LARGEST_SINGLE)
                            .contentType(TYPE)
                            .headers(IF_ABSENT)
                            .userMetadata(metadata.entries())
                            .maxRetries(0)
                            .build());
        } catch (MinioException e) {
            throw new IOException(e);
        }
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
