package tidemark.remote.s3;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.StatObjectArgs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import okhttp3.Headers;
import tidemark.remote.ContentRange;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.TailStream;
import tidemark.remote.Transfer;
import tidemark.remote.UnaskedPacking;

/// The reading of one object: of all of it, of its end, or of its size and metadata.
///
/// @param key the object's name in the bucket
record Download(S3Client client, String bucket, String key, ObjectName name) {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /// Writes the object to `to`; empty when there is none.
    Optional<ObjectInfo> whole(OutputStream to, long limit) throws IOException {
        try (var response = get(args())) {
            return Optional.of(receive(response, to, limit));
        } catch (S3Error e) {
            return absent(e);
        }
    }

    /// Writes the object's bytes from number `from` on to `to`. A server that does not answer with just these
    /// gives the whole object, of which the first are dropped.
    Optional<ObjectInfo> tail(long from, OutputStream to, long limit) throws IOException {
        var tail = new TailStream(to, from);
        if (from == 0) {
            return whole(to, limit);
        }
        try (var response = get(args().offset(from))) {
            var range = ContentRange.ofTail(from, header -> header(response, header));
            if (range.isPresent()) {
                var size = Transfer.receive(name, range.get(), response, to, limit);
                return Optional.of(info(response.headers(), size));
            }
            if (header(response, "Content-Range").isEmpty()) {
                return Optional.of(receive(response, tail, limit));
            }
        } catch (S3Error e) {
            return e.response().status() == RANGE_NOT_SATISFIABLE ? atEnd(limit) : absent(e);
        }
        return whole(tail, limit);
    }

    /// The object that ends before what was asked for.
    private Optional<ObjectInfo> atEnd(long limit) throws IOException {
        var info = head();
        if (info.isPresent() && info.get().size() > limit) {
            throw Transfer.tooLarge(name, limit);
        }
        return info;
    }

    /// An old version of the object, by its id.
    RemoteObject version(String id, long limit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var response = get(args().versionId(id))) {
            return new RemoteObject(receive(response, bytes, limit), bytes.toByteArray());
        }
    }

    /// The size and metadata; empty when there is no object.
    Optional<ObjectInfo> head() throws IOException {
        try {
            var args = StatObjectArgs.builder().bucket(bucket).object(key).build();
            var response = Futures.on(client.repeatable().statObject(args));
            return Optional.of(info(response.headers(), response.size()));
        } catch (S3Error e) {
            return switch (e.response().status()) {
                case 404 -> Optional.empty();
                case 405, 501 -> headByGet();
                default -> absent(e);
            };
        }
    }

    /// The size and metadata, from the beginning of an answer with the object: some servers know no HEAD.
    private Optional<ObjectInfo> headByGet() throws IOException {
        try (var response = get(args())) {
            return Optional.of(info(response.headers(), ObjectHeaders.size(response.headers())));
        } catch (S3Error e) {
            return absent(e);
        }
    }

    private GetObjectResponse get(GetObjectArgs.Builder args) throws IOException {
        return Futures.on(client.repeatable().getObject(args.build()));
    }

    private GetObjectArgs.Builder args() {
        return GetObjectArgs.builder().bucket(bucket).object(key);
    }

    private ObjectInfo receive(GetObjectResponse response, OutputStream to, long limit) throws IOException {
        var coding = header(response, "Content-Encoding");
        if (coding.isEmpty() && ObjectHeaders.size(response.headers()) > limit) {
            throw Transfer.tooLarge(name, limit);
        }
        var body = UnaskedPacking.removed(name, coding, response);
        return info(response.headers(), Transfer.receive(name, body, to, limit));
    }

    private ObjectInfo info(Headers headers, long size) {
        return new ObjectInfo(name, size, ObjectHeaders.metadata(headers));
    }

    private static Optional<String> header(GetObjectResponse response, String name) {
        return Optional.ofNullable(response.headers().get(name));
    }

    /// Empty for an error which says that there is no such object.
    ///
    /// @throws S3Error any other error
    static Optional<ObjectInfo> absent(S3Error e) throws S3Error {
        if (e.response().isMissingObject()) {
            return Optional.empty();
        }
        throw e;
    }
}
