package tidemark.remote.memory;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartProgress;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// An upload in parts to memory, as one device sees it.
final class MemoryUpload implements PartUpload {
    private final RemoteStore store;
    private final Map<String, Parts> uploads;
    private final Parts parts;
    private final PartProgress progress;

    /// A handle of the upload with these parts, which are kept.
    ///
    /// @param uploads the unfinished uploads by token; this one leaves them when it ends
    MemoryUpload(RemoteStore store, Map<String, Parts> uploads, Parts parts, int partSize) {
        this.store = store;
        this.uploads = uploads;
        this.parts = parts;
        this.progress = new PartProgress(parts.object().size(), partSize, parts.length());
    }

    /// The parts of an unfinished upload by number, for all its handles.
    record Parts(String token, ObjectInfo object, NavigableMap<Integer, byte[]> byNumber) {
        Parts(String token, ObjectName name, long size) {
            this(token, new ObjectInfo(name, size, Metadata.NONE), new TreeMap<>());
        }

        private synchronized long length() {
            return byNumber.values().stream().mapToLong(part -> part.length).sum();
        }

        private synchronized void keep(int number, byte[] bytes) {
            byNumber.put(number, bytes);
        }

        private synchronized Body whole() {
            var whole = new ByteArrayOutputStream();
            byNumber.values().forEach(whole::writeBytes);
            return Body.of(whole.toByteArray());
        }
    }

    @Override
    public String token() {
        return parts.token();
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
        var bytes = Transfer.bytes(part);
        requireUnfinished();
        parts.keep((int) (progress.kept() / progress.partSize()), bytes);
        progress.add(part);
    }

    @Override
    public void finish() {
        progress.requireAll();
        var object = parts.object();
        var isThere = store.head(object.name())
                .filter(info -> info.size() == object.size())
                .isPresent();
        if (!isThere) {
            requireUnfinished();
            store.put(object.name(), parts.whole(), Metadata.NONE);
        }
        discard();
    }

    @Override
    public void discard() {
        uploads.remove(parts.token());
    }

    private void requireUnfinished() {
        if (!uploads.containsKey(parts.token())) {
            throw PartProgress.lost(parts.object().name(), new NoSuchElementException(parts.token()));
        }
    }
}
