package tidemark.remote.s3;

import io.minio.messages.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.FinishedUpload;
import tidemark.remote.ObjectInfo;
import tidemark.remote.PartProgress;
import tidemark.remote.PartUpload;

/// A multipart upload. Its token is the size of the object and the id that the storage gave it.
final class S3PartUpload implements PartUpload {
    private final Parts parts;
    private final Requests requests;
    private final Requests.Request<Optional<ObjectInfo>> head;
    private final String id;
    private final List<Part> kept;
    private final PartProgress progress;

    private S3PartUpload(
            Parts parts, Requests requests, Requests.Request<Optional<ObjectInfo>> head, String id, List<Part> kept) {
        this.parts = parts;
        this.requests = requests;
        this.head = head;
        this.id = id;
        this.kept = new ArrayList<>(kept);
        var partSize = PartUpload.partSize(parts.size());
        this.progress = new PartProgress(parts.size(), partSize, Math.min(parts.size(), (long) partSize * kept.size()));
    }

    /// The upload with this token, or a new one where the storage does not know it.
    ///
    /// @param head the request for what is under the name of the object
    static PartUpload open(
            Parts parts, Requests requests, Requests.Request<Optional<ObjectInfo>> head, Optional<String> token)
            throws IOException {
        var start = parts.size() + ":";
        var id = token.filter(text -> text.startsWith(start)).map(text -> text.substring(start.length()));
        if (id.isPresent() && !id.get().isEmpty()) {
            var kept = kept(parts, id.get());
            if (!kept.isEmpty()) {
                return new S3PartUpload(parts, requests, head, id.get(), kept);
            }
            if (isThere(parts, head)) {
                return new FinishedUpload(start + id.get(), parts.size());
            }
        }
        return new S3PartUpload(parts, requests, head, parts.begin(), List.of());
    }

    /// The parts of an upload; none where the storage does not know it, or lists them in a form of its own.
    /// Some storage lists none instead of saying that it knows none: hence an upload without parts is begun
    /// anew, which costs nothing.
    private static List<Part> kept(Parts parts, String id) throws IOException {
        try {
            return parts.kept(id);
        } catch (S3Error e) {
            if (isUnknown(e.response())) {
                return List.of();
            }
            throw e;
        } catch (NotFromStorage e) {
            if (e.reason() == NotFromStorage.Reason.UNREADABLE) {
                return List.of();
            }
            throw e;
        }
    }

    /// Whether the storage does not know the upload. Some call an id that was never theirs a bad request; if
    /// it is bad for another reason, the next one will fail too.
    private static boolean isUnknown(ErrorResponse response) {
        return response.isMissingObject() || response.status() == 400;
    }

    private static boolean isThere(Parts parts, Requests.Request<Optional<ObjectInfo>> head) throws IOException {
        return head.run().filter(info -> info.size() == parts.size()).isPresent();
    }

    @Override
    public String token() {
        return parts.size() + ":" + id;
    }

    @Override
    public long kept() {
        return progress.kept();
    }

    @Override
    public int partSize() {
        return progress.partSize();
    }

    @Override
    public void send(Body part) {
        progress.requireNext(part);
        kept.add(write(() -> parts.send(id, kept.size() + 1, part)));
        progress.add(part);
    }

    @Override
    public void finish() {
        progress.requireAll();
        write(() -> {
            if (parts.size() == 0) {
                parts.putEmpty();
                parts.discard(id);
            } else {
                complete();
            }
            return id;
        });
    }

    /// Completes the upload. A failure does not count where the object is there: the answer to an earlier
    /// request was lost, or another device has sent the very bytes meanwhile.
    private void complete() throws IOException {
        try {
            parts.finish(id, kept);
        } catch (IOException e) {
            if (!isThereAfter(e)) {
                throw e;
            }
        }
    }

    private boolean isThereAfter(IOException failure) {
        try {
            return isThere(parts, head);
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private <T> T write(Requests.Request<T> request) {
        return requests.run(Operation.WRITE, () -> {
            try {
                return request.run();
            } catch (S3Error e) {
                if (e.response().isMissingObject()) {
                    throw PartProgress.lost(parts.name(), e);
                }
                throw e;
            }
        });
    }

    @Override
    public void discard() {
        requests.run(Operation.DELETE, () -> {
            parts.discard(id);
            return id;
        });
    }
}
