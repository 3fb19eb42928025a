package tidemark.remote.s3;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.ListPartsResult;
import io.minio.messages.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.Transfer;

/// The requests of multipart uploads of one object.
///
/// A part is sent with the two hashes that every S3 storage checks (Upload's way for storage that refuses
/// other checksums): an upload may be begun with one habit of a server known and go on with another, and the
/// algorithm of other checksums must be named when it begins.
///
/// @param key the object's name in the bucket
/// @param size the length of the whole object in bytes
record Parts(S3Client client, String bucket, String key, ObjectName name, long size) {
    private static final int PAGE = 1000;

    /// Begins an upload, and returns its id.
    String begin() throws IOException {
        var args = CreateMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .headers(new Http.Headers(Http.Headers.CONTENT_TYPE, Upload.TYPE))
                .build();
        var id = Futures.on(client.repeatable().createMultipartUpload(args))
                .result()
                .uploadId();
        if (id == null || id.isEmpty()) {
            throw new IOException("an upload without an id was begun");
        }
        return id;
    }

    /// The parts from the first on that the storage keeps whole.
    List<Part> kept(String id) throws IOException {
        var kept = new ArrayList<Part>();
        for (var part : all(id)) {
            var number = kept.size() + 1;
            if (part.partNumber() == number && part.partSize() == length(number)) {
                kept.add(part);
            }
        }
        return kept;
    }

    private List<Part> all(String id) throws IOException {
        var all = new ArrayList<Part>();
        var marker = 0;
        while (true) {
            var page = page(id, marker);
            all.addAll(page.parts());
            var next = page.nextPartNumberMarker();
            if (!page.isTruncated() || next == null || next <= marker) {
                all.sort(Comparator.comparingInt(Part::partNumber));
                return all;
            }
            marker = next;
        }
    }

    private ListPartsResult page(String id, int marker) throws IOException {
        var args = ListPartsArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .maxParts(PAGE)
                .partNumberMarker(marker == 0 ? null : marker)
                .build();
        return Futures.on(client.repeatable().listParts(args)).result();
    }

    /// The length in bytes of the part with this number, counted from 1; 0 behind the last.
    private long length(int number) {
        var partSize = PartUpload.partSize(size);
        return Math.clamp(size - (number - 1L) * partSize, 0, partSize);
    }

    /// Sends a part, of which at most two copies are in memory.
    Part send(String id, int number, Body part) throws IOException {
        var bytes = Transfer.bytes(part);
        var args = UploadPartArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .partNumber(number)
                .headers(Upload.proven(Body.of(bytes)))
                .data(bytes, bytes.length)
                .build();
        return Futures.on(client.repeatable().uploadPart(args)).part();
    }

    /// Makes the parts the object.
    void finish(String id, List<Part> parts) throws IOException {
        var args = CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .parts(parts.toArray(Part[]::new))
                .maxRetries(0)
                .build();
        var _ = Futures.on(client.repeatable().completeMultipartUpload(args));
    }

    /// Drops the parts. An upload that the storage does not know is no error.
    void discard(String id) throws IOException {
        var args = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .build();
        try {
            var _ = Futures.on(client.repeatable().abortMultipartUpload(args));
        } catch (S3Error e) {
            var _ = Download.absent(e);
        }
    }

    /// Puts the object without bytes: an upload of no parts is none.
    void putEmpty() throws IOException {
        new Upload(client, bucket, key).put(Body.of(new byte[0]), Metadata.NONE);
    }
}
