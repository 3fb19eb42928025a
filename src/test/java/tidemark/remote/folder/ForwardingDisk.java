package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.remote.Body;

/// A disk that forwards to another; tests override single steps.
class ForwardingDisk implements Disk {
    private final Disk inner;

    ForwardingDisk(Disk inner) {
        this.inner = inner;
    }

    @Override
    public void write(Path file, Body body) throws IOException {
        inner.write(file, body);
    }

    @Override
    public void writeAfter(Path file, long kept, Body body) throws IOException {
        inner.writeAfter(file, kept, body);
    }

    @Override
    public void sync(Path file) throws IOException {
        inner.sync(file);
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        inner.link(name, existing);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        inner.rename(from, to);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        inner.makeFolder(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        inner.delete(path);
    }

    @Override
    public void force(Path path) throws IOException {
        inner.force(path);
    }
}
