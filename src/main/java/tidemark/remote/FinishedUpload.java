package tidemark.remote;

/// An upload whose object is under its name already: the answer to its end was lost, or came before a restart.
///
/// @param size the length of the object in bytes
public record FinishedUpload(String token, long size) implements PartUpload {
    @Override
    public long kept() {
        return size;
    }

    @Override
    public int partSize() {
        return PartUpload.partSize(size);
    }

    @Override
    public void send(Body part) {
        throw new IllegalArgumentException("all " + size + " bytes are kept");
    }

    @Override
    public void finish() {
        // it is finished
    }

    @Override
    public void discard() {
        // nothing is kept but the object
    }
}
