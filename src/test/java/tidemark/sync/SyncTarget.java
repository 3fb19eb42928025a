package tidemark.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tidemark.fuzz.Target;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Version;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;

/// A fuzz target: a whole round of sync that reads a damaged batch under the next number.
final class SyncTarget implements Target {
    private final RemoteStore store;
    private final Version next;
    private final byte[] json;
    private final FuzzedLibrary subject;

    SyncTarget(Path folder, RealObjects real) {
        this.next = new Version(real.versions());
        this.store = real.upTo(real.versions() - 1);
        this.json = real.json().getLast();
        try {
            this.subject = new FuzzedLibrary(folder, "sync", store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public int share() {
        return 25;
    }

    @Override
    public List<byte[]> samples() {
        return List.of(json);
    }

    @Override
    public Outcome tryInput(byte[] input) throws Exception {
        store.put(next.objectName(), Body.of(BatchFormat.zipped(input)), Metadata.NONE);
        try {
            var result = new SyncEngine(subject.copy().context()).sync(Progress.NONE);
            if (result instanceof SyncResult.UpToDate) {
                subject.requireConsistent();
                store.delete(next.next().objectName());
                return Outcome.ACCEPTED;
            }
        } catch (Corrupt _) {
            // as intended
        }
        return refused();
    }

    /// Checks that the frozen edit is still pending, as is everything else.
    private Outcome refused() throws IOException {
        subject.copy().database.change(sql -> new Outgoing(sql).clear());
        subject.requireUnchanged();
        return Outcome.REFUSED;
    }

    @Override
    public void close() {
        subject.close();
    }
}
