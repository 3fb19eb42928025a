package tidemark.remote.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tidemark.remote.Body;

/// A disk whose steps all pass through one gate, where a test can count, stop or break them.
final class SteppedDisk implements Disk {
    private final Disk inner;
    private final Gate gate;

    SteppedDisk(Disk inner, Gate gate) {
        this.inner = inner;
        this.gate = gate;
    }

    /// A gate that runs a step or not.
    interface Gate {
        void pass(String name, Step step) throws IOException;
    }

    /// A step, which can be run, or only begun.
    interface Step {
        void run() throws IOException;

        /// Does the part of the step that a crash may leave; for most steps nothing.
        default void begin() throws IOException {}
    }

    @Override
    public void write(Path file, Body body) throws IOException {
        gate.pass("write", new Step() {
            @Override
            public void run() throws IOException {
                inner.write(file, body);
            }

            @Override
            public void begin() throws IOException {
                inner.write(file, Body.of(half(body)));
            }
        });
    }

    @Override
    public void writeAfter(Path file, long kept, Body body) throws IOException {
        gate.pass("write", new Step() {
            @Override
            public void run() throws IOException {
                inner.writeAfter(file, kept, body);
            }

            @Override
            public void begin() throws IOException {
                inner.writeAfter(file, kept, Body.of(half(body)));
            }
        });
    }

    @Override
    public void sync(Path file) throws IOException {
        gate.pass("sync", () -> inner.sync(file));
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        gate.pass("link", () -> inner.link(name, existing));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        gate.pass("rename", () -> inner.rename(from, to));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        gate.pass("make folder", () -> inner.makeFolder(folder));
    }

    @Override
    public void delete(Path path) throws IOException {
        gate.pass("delete", () -> inner.delete(path));
    }

    @Override
    public void force(Path path) throws IOException {
        gate.pass("force", () -> inner.force(path));
    }

    private static byte[] half(Body body) {
        try (var stream = body.open()) {
            return stream.readNBytes((int) body.size() / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
