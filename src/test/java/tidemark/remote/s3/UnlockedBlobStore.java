package tidemark.remote.s3;

import java.io.InputStream;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A blob store that looks whether a key is free and writes a moment later: of several requests at once, all have
/// looked before one writes.
final class UnlockedBlobStore extends ForwardingBlobStore {
    private final CyclicBarrier looked;

    UnlockedBlobStore(BlobStore store, int racers) {
        super(store);
        this.looked = new CyclicBarrier(racers);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        if (request.ifNoneMatch() != null) {
            if (blobMetadataIfPresent(request.bucket(), request.key()) != null) {
                throw S3Exceptions.preconditionFailed(null);
            }
            if (request.key().contains("/race-")) {
                awaitOthers();
            }
        }
        return super.putBlob(request.toBuilder().ifNoneMatch(null).build(), body);
    }

    private void awaitOthers() {
        try {
            looked.await(10, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
