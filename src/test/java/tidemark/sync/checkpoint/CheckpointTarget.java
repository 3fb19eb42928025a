package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tidemark.fuzz.Target;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteStore;
import tidemark.sync.FuzzedLibrary;
import tidemark.sync.RealObjects;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// A fuzz target: a device far behind that reads a damaged checkpoint.
public final class CheckpointTarget implements Target {
    private final Path folder;
    private final RemoteStore store;
    private final byte[] checkpoint;
    private final String library;
    private final FuzzedLibrary subject;

    /// A target with libraries in this folder and samples from real objects.
    public CheckpointTarget(Path folder, RealObjects real) {
        this.folder = folder;
        this.store = real.upTo(1);
        this.checkpoint = real.checkpoint();
        try {
            this.library = LibraryManifest.read(store).orElseThrow().library();
            this.subject = new FuzzedLibrary(folder, "checkpoint", store);
            real.complete(store, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UpdateNeeded e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public int share() {
        return 15;
    }

    @Override
    public List<byte[]> samples() {
        return List.of(checkpoint);
    }

    @Override
    public Outcome tryInput(byte[] input) throws Exception {
        store.put(Layout.CHECKPOINT, Body.of(input), Metadata.NONE);
        var own = subject.copy().context();
        var context = new SyncContext(
                own.database(), store, own.device(), own.clock(), own.random(), folder.resolve("scratch"));
        var log = new RemoteLog(store, own.database().schema().number());
        var install = new CheckpointInstall(context, log);
        if (install.installIfAhead(Layout.CHECKPOINT, library)) {
            subject.requireConsistent();
            return Outcome.ACCEPTED;
        }
        subject.requireUnchanged();
        return Outcome.REFUSED;
    }

    @Override
    public void close() {
        subject.close();
    }
}
