package tidemark.fleet;

import java.util.function.BiConsumer;
import tidemark.remote.Body;
import tidemark.remote.PartUpload;

/// An upload in parts to a bucket as one device sees it, through its network.
final class SimUpload implements PartUpload {
    private final SimUploads uploads;
    private final String token;
    private final long size;
    private final BiConsumer<Body, SimNetwork.Writing> request;
    private long kept;

    /// @param request sends a body in a request of its own
    SimUpload(SimUploads uploads, SimUploads.Open open, long size, BiConsumer<Body, SimNetwork.Writing> request) {
        this.uploads = uploads;
        this.token = open.token();
        this.kept = open.kept();
        this.size = size;
        this.request = request;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public long kept() {
        return kept;
    }

    @Override
    public int partSize() {
        return SimUploads.PART;
    }

    @Override
    public void send(Body part) {
        int number = (int) (kept / SimUploads.PART);
        request.accept(part, bytes -> uploads.keep(token, number, bytes));
        kept += part.size();
    }

    @Override
    public void finish() {
        if (kept < size) {
            throw new IllegalStateException("a part is missing yet");
        }
        request.accept(Body.of(new byte[0]), _ -> uploads.finish(token));
    }

    @Override
    public void discard() {
        request.accept(Body.of(new byte[0]), _ -> uploads.discard(token));
    }
}
